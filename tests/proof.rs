//! What the dependence test accepts, runs with the plain call's answer on every device: loops that a
//! test at launch decides, sub-slices, assertions between loops, `par_unproved`.

#![allow(
    dead_code,
    clippy::assign_op_pattern,
    clippy::manual_swap,
    reason = "kernels read like their formulas"
)]

mod common;

use hoist::prelude::*;

use common::devices;

#[kernel]
fn butterflies(y: &mut [i32]) {
    let n = y.len();
    let mut half = 1;
    while half < n {
        for i in par(0..n / 2) {
            let p = i / half * 2 * half + i % half;
            let u = y[p];
            let v = y[p + half];
            y[p] = u.wrapping_add(v);
            y[p + half] = u.wrapping_sub(v);
        }
        half *= 2;
    }
}

#[kernel]
fn bitonic(y: &mut [i32]) {
    let n = y.len();
    let mut size = 2;
    while size <= n {
        let mut far = size / 2;
        while far > 0 {
            for i in par(0..n) {
                let p = i ^ far;
                if p > i {
                    let (u, v) = (y[i], y[p]);
                    let up = (i & size) == 0;
                    if (u > v) == up {
                        y[i] = v;
                        y[p] = u;
                    }
                }
            }
            far /= 2;
        }
        size *= 2;
    }
}

#[kernel]
fn red_black(h: usize, w: usize, y: &mut [f32]) {
    for colour in 0..2 {
        for (i, j) in par((1..h - 1, 1..w - 1)) {
            if (i + j) % 2 == colour {
                y[i * w + j] = 0.25 * (y[(i - 1) * w + j] + y[(i + 1) * w + j] + y[i * w + j - 1] + y[i * w + j + 1]);
            }
        }
    }
}

#[kernel]
fn sorted_rows(w: usize, y: &mut [i32]) {
    assert!(w > 0);
    for i in par(0..y.len() / w) {
        let row = &mut y[i * w..(i + 1) * w];
        for j in 1..row.len() {
            let mut l = j;
            while l > 0 && row[l - 1] > row[l] {
                let t = row[l];
                row[l] = row[l - 1];
                row[l - 1] = t;
                l -= 1;
            }
        }
    }
}

#[kernel]
fn row_sums(w: usize, x: &[i32], y: &mut [i32]) {
    for i in par(0..y.len()) {
        let row = &x[i * w..(i + 1) * w];
        let tail = &row[1..];
        let mut s = row[0] * 100;
        for j in 0..tail.len() {
            s += tail[j];
        }
        y[i] = s;
    }
}

#[kernel]
fn pitched(pitch: usize, w: usize, x: &[i32], y: &mut [i32]) {
    assert!(pitch >= w, "rows overlap");
    for i in par(0..x.len() / w) {
        for j in 0..w {
            y[i * pitch + j] = x[i * w + j];
        }
    }
}

#[kernel]
fn permuted(k: &[u32], x: &[i32], y: &mut [i32]) {
    for i in par_unproved(0..x.len()) {
        y[k[i] as usize] = x[i];
    }
}

#[kernel]
fn any_negative(x: &[i32], found: &mut [u32]) {
    for i in par(0..x.len()) {
        if x[i] < 0 {
            found[0] = 1;
        }
    }
}

fn numbers(n: usize) -> Vec<i32> {
    (0..n as i32).map(|i| (i * 7919) % 1009 - 300).collect()
}

#[test]
fn in_place_patterns_have_the_plain_answer() {
    for d in devices() {
        let (mut plain, mut ours) = (numbers(256), numbers(256));
        butterflies(&mut plain);
        butterflies::run(&d, &mut ours).unwrap();
        assert_eq!(plain, ours, "butterflies on {}", d.name());
        bitonic(&mut plain);
        bitonic::run(&d, &mut ours).unwrap();
        assert!(plain.is_sorted() && plain == ours, "bitonic on {}", d.name());
        let start: Vec<f32> = numbers(20 * 31).iter().map(|x| *x as f32).collect();
        let (mut plain, mut ours) = (start.clone(), start);
        red_black(20, 31, &mut plain);
        red_black::run(&d, 20, 31, &mut ours).unwrap();
        assert_eq!(plain, ours, "red_black on {}", d.name());
        assert_eq!(d.profile().serial, 0, "on {}", d.name());
    }
}

#[test]
fn sub_slices_are_rows() {
    for d in devices() {
        let (mut plain, mut ours) = (numbers(70), numbers(70));
        sorted_rows(7, &mut plain);
        sorted_rows::run(&d, 7, &mut ours).unwrap();
        assert_eq!(plain, ours, "on {}", d.name());
        let (mut plain, mut ours) = ([0; 10], [0; 10]);
        row_sums(7, &numbers(70), &mut plain);
        row_sums::run(&d, 7, &numbers(70), &mut ours).unwrap();
        assert_eq!(plain, ours, "on {}", d.name());
        assert_eq!(d.profile().serial, 0, "on {}", d.name());
        // The last row is not there.
        let e = row_sums::run(&d, 7, &numbers(66), &mut ours).unwrap_err();
        assert!(e.to_string().contains("the range of `row` within `x`"), "{e}");
        assert!(e.to_string().contains("i = 9"), "{e}");
    }
}

#[test]
fn an_assertion_between_loops_is_one() {
    for d in devices() {
        let (mut plain, mut ours) = (vec![0; 90], vec![0; 90]);
        pitched(9, 7, &numbers(70), &mut plain);
        pitched::run(&d, 9, 7, &numbers(70), &mut ours).unwrap();
        assert_eq!(plain, ours, "on {}", d.name());
        let e = pitched::run(&d, 6, 7, &numbers(70), &mut ours).unwrap_err();
        assert!(e.to_string().contains("rows overlap"), "{e}");
        assert_eq!(plain, ours, "on {}", d.name());
    }
}

#[test]
fn a_true_claim_has_the_plain_answer() {
    let n = 5000u32;
    let k: Vec<u32> = (0..n).map(|i| i * 1999 % n).collect();
    let x = numbers(n as usize);
    let mut plain = vec![0; n as usize];
    permuted(&k, &x, &mut plain);
    for d in devices() {
        let mut ours = vec![0; n as usize];
        permuted::run(&d, &k, &x, &mut ours).unwrap();
        assert_eq!(plain, ours, "on {}", d.name());
    }
    assert!(permuted::explain().contains("par_unproved"), "{}", permuted::explain());
}

#[test]
fn check_finds_a_false_claim() {
    let d = Device::open("check").unwrap();
    let mut y = vec![0; 8];
    let e = permuted::run(&d, &[3, 1, 3, 0], &[1, 2, 5, 4], &mut y).unwrap_err();
    let e = e.to_string();
    for part in [
        "race on `y[3]`",
        "i = 0",
        "i = 2",
        "written",
        "y[k[i] as usize] = x[i];",
        "par_unproved",
    ] {
        assert!(e.contains(part), "no {part} in {e}");
    }
}

#[test]
fn all_may_write_one_value() {
    for d in devices() {
        for (x, wanted) in [(vec![1; 3000], 0), (vec![-1; 3000], 1), (numbers(3000), 1)] {
            let mut found = [0];
            any_negative::run(&d, &x, &mut found).unwrap();
            assert_eq!(found, [wanted], "on {}", d.name());
        }
    }
}

#[kernel]
fn mixed(w: usize, k: &[u32], x: &[f32], y: &mut [f32]) {
    for i in par(0..y.len()) {
        let v = x[i * w] + x[k[i] as usize];
        y[i] = v + x[0] + x[y.len() - 1 - i];
    }
}

#[test]
fn an_explanation_says_how_accesses_move_and_where_they_are_tested() {
    let text = mixed::explain();
    for line in [
        "parallel: `y` is written at `y[i]`: distinct elements in all iterations",
        "contiguous: `k[i]`, `y[i]`",
        "contiguous, backwards: `x[y.len() - 1 - i]`",
        "gathered: `x[k[i] as usize]`",
        "strided by w: `x[i * w]`",
        "the same for all lanes: `x[0]`",
        "bounds tested at each access: `x[k[i] as usize]`",
        "differs between lanes: `i`, `v`",
    ] {
        assert!(text.contains(line), "no {line} in\n{text}");
    }
    assert!(pitched::explain().contains("runs serially"), "{}", pitched::explain());
}

#[kernel]
pub fn apart(c: usize, x: &[i32], y: &mut [i32]) {
    for i in par(0..x.len()) {
        y[i * c] = x[i];
    }
}

#[test]
fn an_answer_is_for_its_values() {
    let device = Device::open("cpu").expect("the CPU opens").strict();
    for _ in 0..3 {
        for c in [3, 0, 1, 0, 2] {
            let mut y = [0; 12];
            let result = apart::run(&device, c, &[1, 2, 3, 4], &mut y);
            assert_eq!(result.is_ok(), c > 0, "{c}");
            // One iteration meets nothing.
            apart::run(&device, c, &[1], &mut y).expect("it is parallel");
        }
    }
}
