//! Passes and analyses, held against the interpreter on random kernels.

use crate::forward::forward;
use crate::ir::*;
use crate::random::{LEN, kernel, largest_index, outcome, valid};
use crate::{Analysis, LaunchValues, analyse, lower_labels};

const SEEDS: u64 = 3000;
const INDICES: [u64; 3] = [0, 3, 11];

/// Whether two kernels store the same and end the same.
fn same(a: &crate::Validated, b: &crate::Validated, args: &crate::TracedArgs) -> bool {
    INDICES.iter().all(|&i| outcome(a, args, i) == outcome(b, args, i))
}

#[test]
fn forwarding_changes_nothing() {
    let mut shorter = 0;
    for seed in 0..SEEDS {
        let (k, args) = kernel(seed);
        let before = valid(k.clone());
        let after = valid(forward(k));
        assert!(same(&before, &after, &args), "seed {seed}\n{before}\n{after}");
        let lets = |k: &Kernel| {
            let mut n = 0;
            walk(&k.body, &mut |s| {
                n += usize::from(matches!(s.kind, StmtKind::Let { .. }))
            });
            n
        };
        shorter += usize::from(lets(&after) * 2 < lets(&before));
    }
    assert!(shorter > SEEDS as usize / 2, "only {shorter} got shorter");
}

fn deep_jumps(k: &Kernel) -> usize {
    let mut n = 0;
    walk(&k.body, &mut |s| {
        n += usize::from(matches!(s.kind, StmtKind::Break { depth } | StmtKind::Continue { depth } if depth > 0));
    });
    n
}
fn flatten(block: &mut Block) {
    for s in block {
        match &mut s.kind {
            StmtKind::Break { depth } | StmtKind::Continue { depth } => *depth = 0,
            StmtKind::If { then, otherwise, .. } => {
                flatten(then);
                flatten(otherwise);
            }
            StmtKind::Loop { body } | StmtKind::For { body, .. } => flatten(body),
            _ => {}
        }
    }
}

#[test]
fn lowering_labels_changes_nothing() {
    let (mut deep, mut told_apart) = (0, 0);
    for seed in 0..SEEDS {
        let (k, args) = kernel(seed);
        let before = valid(forward(k));
        let after = lower_labels(&before).unwrap();
        assert_eq!(deep_jumps(&after), 0);
        assert!(same(&before, &after, &args), "seed {seed}\n{before}\n{after}");
        if deep_jumps(&before) > 0 {
            deep += 1;
            // The control: jumps of the wrong depth are seen.
            let mut wrong = before.clone().into_kernel();
            flatten(&mut wrong.body);
            told_apart += usize::from(!same(&before, &valid(wrong), &args));
        }
    }
    assert!(
        deep > 50 && told_apart > 10,
        "{deep} with deep jumps, {told_apart} told apart"
    );
}

/// Counts launches that fit 32 bits, accesses in bounds, faults, and faults at sites that the analysis
/// of buffers of `len` elements called safe.
fn counts(len: u64) -> [usize; 4] {
    let (mut narrow, mut safe, mut faults, mut wrong) = (0, 0, 0, 0);
    for seed in 0..SEEDS {
        let (k, args) = kernel(seed);
        let k = valid(forward(k));
        for (start, count) in [(0, LEN as u64), (3, 1), (11, 1)] {
            let launch = LaunchValues {
                dims: [(0, 1, 1), (0, 1, 1), (start, 1, count)],
                lens: vec![len; 2],
                uniforms: args.uniforms.clone(),
            };
            let Analysis {
                index32_ok,
                in_bounds,
                sites,
            } = analyse(&k, &launch);
            narrow += usize::from(index32_ok);
            safe += in_bounds.iter().filter(|b| **b).count();
            for i in start..start + count {
                largest_index();
                let end = outcome(&k, &args, i).1;
                let largest = largest_index();
                assert!(
                    len != LEN as u64 || !index32_ok || largest <= u64::from(u32::MAX),
                    "seed {seed}, i {i}: {largest}\n{k}"
                );
                if let Err(f) = end {
                    faults += 1;
                    wrong += usize::from(sites[f.site as usize]);
                }
            }
        }
    }
    [narrow, safe, faults, wrong]
}

#[test]
fn what_the_analysis_says_holds() {
    let [narrow, safe, faults, wrong] = counts(LEN as u64);
    assert_eq!(wrong, 0);
    assert!(
        narrow > 500 && safe > 500 && faults > 500,
        "{narrow} narrow, {safe} safe, {faults} faults"
    );
    // The control: an analysis of longer buffers is found out.
    assert!(counts(LEN as u64 + 4)[3] > 20);
}
