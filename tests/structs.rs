//! What a kernel does with structs: parameters, variables, device functions, sums, the host part, faults.

#![allow(
    clippy::assign_op_pattern,
    clippy::needless_late_init,
    reason = "kernels read like their formulas, and have every form"
)]

mod common;

use common::devices;
use hoist::FaultKind;
use hoist::prelude::*;

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Body {
    at: [f32; 3],
    speed: [f32; 3],
    mass: f32,
    id: u32,
}

fn bodies(n: usize) -> Vec<Body> {
    (0..n)
        .map(|i| {
            let x = i as f32;
            Body {
                at: [x, x * 0.5, -x],
                speed: [1.0, x, 2.0 - x],
                mass: 1.0 + x,
                id: 7,
            }
        })
        .collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Point {
    x: f32,
    y: f32,
}

const SIZES: [usize; 7] = [0, 1, 7, 15, 16, 17, 1000];

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct World {
    dt: f32,
    steps: usize,
    centre: Point,
    weights: [f32; 2],
}

#[device]
fn pull(p: Point, world: World) -> Point {
    let (dx, dy) = (world.centre.x - p.x, world.centre.y - p.y);
    if dx * dx + dy * dy < 0.25 {
        return p;
    }
    let mut q = p;
    q.x += dx * world.weights[0];
    q.y += dy * world.weights[1];
    q
}

#[device]
fn longest(a: Point, b: Point) -> Point {
    let (m, n) = (a.x * a.x + a.y * a.y, b.x * b.x + b.y * b.y);
    if m >= n { a } else { b }
}

#[kernel]
fn simulate(world: World, points: &mut [Point]) {
    for i in par(0..points.len()) {
        let mut p = points[i];
        for _ in 0..world.steps {
            let q = pull(p, world);
            if q.x == p.x && q.y == p.y {
                break;
            }
            p = q;
        }
        let far = if p.x > 1.0 { p } else { Point { x: 1.0, y: world.dt } };
        points[i] = longest(p, far);
    }
}

fn points(n: usize) -> Vec<Point> {
    let point = |i: usize| Point {
        x: i as f32 * 0.25 - 3.0,
        y: 5.0 - i as f32,
    };
    (0..n).map(point).collect()
}

const WORLD: World = World {
    dt: 0.5,
    steps: 6,
    centre: Point { x: 2.0, y: 1.0 },
    weights: [0.25, 0.5],
};

#[test]
fn parameters_locals_and_device_functions() {
    for device in devices() {
        for n in SIZES {
            let (mut x, mut y) = (points(n), points(n));
            simulate(WORLD, &mut x);
            simulate::run(&device, WORLD, &mut y).unwrap();
            assert_eq!(x, y, "{n} on {}", device.name());
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Summary {
    sum: Point,
    top: f32,
    count: u32,
}

/// Reductions into fields, and a host part that reads and writes elements.
#[kernel]
fn summary(points: &mut [Point], spare: &mut [Point]) -> Summary {
    let mut s = Summary {
        sum: Point { x: 0.0, y: 0.5 },
        top: f32::MIN,
        count: 0,
    };
    for i in par(0..points.len()) {
        s.sum.x += points[i].x;
        s.sum.y += points[i].y;
        s.top = s.top.max(points[i].x);
        if points[i].y > 0.0 {
            s.count += 1;
        }
    }
    let mean = Point {
        x: s.sum.x / points.len() as f32,
        y: s.sum.y,
    };
    let mut scratch = vec![mean; points.len()];
    for i in par(0..points.len()) {
        scratch[i].x -= points[i].x;
    }
    if points.len() > 2 {
        spare[0] = points[1];
        spare[1].x = points[0].y + s.top;
        spare[1].x += 1.0;
        spare.swap(0, 2);
        points[0..2].copy_from_slice(&scratch[1..3]);
    }
    let sum_x_ = 7.0;
    for i in par(0..(spare[1].x.abs() as usize).min(s.count as usize).min(2)) {
        spare[i].y += s.sum.x.signum() + sum_x_ + scratch[0].y.signum();
    }
    spare[3..].fill(Point { x: 9.0, y: -9.0 });
    s
}

#[test]
fn reductions_into_fields_and_the_host_part() {
    for device in devices() {
        for n in [1, 2, 3, 16, 17, 1000] {
            let (mut x, mut y) = (points(n), points(n));
            let (mut u, mut v) = (points(5), points(5));
            let a = summary(&mut x, &mut u);
            let b = summary::run(&device, &mut y, &mut v).unwrap();
            // A float sum has a shape of its own.
            assert!((a.sum.x - b.sum.x).abs() <= 1e-4 * n as f32 && (a.sum.y - b.sum.y).abs() <= 1e-3 * n as f32);
            assert_eq!((a.top, a.count), (b.top, b.count), "{n} on {}", device.name());
            assert_eq!(u, v, "{n} on {}", device.name());
            let near = |a: &Point, b: &Point| (a.x - b.x).abs() < 0.1 && (a.y - b.y).abs() < 1.0;
            assert!(x.iter().zip(&y).all(|(a, b)| near(a, b)), "{n} on {}", device.name());
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Element)]
struct Hit {
    key: u32,
    place: usize,
}

/// Kept elements in their order, and a running sum of a field.
#[kernel]
fn keep(hits: &[Hit], limit: u32, kept: &mut [Hit], sums: &mut [u32]) -> usize {
    let mut n = 0;
    for i in par(0..hits.len()) {
        let h = hits[i];
        if h.key > limit {
            kept[n] = h;
            n += 1;
        }
    }
    let mut sum = 0;
    for i in par(0..hits.len()) {
        sum += hits[i].key;
        sums[i] = sum;
    }
    n
}

#[test]
fn compaction_and_scan() {
    for device in devices() {
        for n in SIZES {
            let hits: Vec<Hit> = (0..n)
                .map(|i| Hit {
                    key: (i * 37 % 101) as u32,
                    place: i,
                })
                .collect();
            let none = vec![Hit { key: 0, place: 0 }; n];
            let (mut a, mut b) = ((none.clone(), vec![0; n]), (none, vec![0; n]));
            let count = keep(&hits, 50, &mut a.0, &mut a.1);
            match keep::run(&device, &hits, 50, &mut b.0, &mut b.1) {
                Err(Error::Unsupported { what, .. }) => assert!(what.contains("64"), "{what}"),
                r => {
                    assert_eq!(r.unwrap(), count, "{n} on {}", device.name());
                    assert_eq!(a, b, "{n} on {}", device.name());
                }
            }
        }
    }
}

type Real = f32;

/// A name for a number is a number.
#[kernel]
fn aliased<T: Number>(a: Real, x: &mut [Real], p: &mut [Point], t: &mut [T]) {
    for i in par(0..x.len()) {
        let y: Real = x[i] * a;
        x[i] = y + p[i].x;
        p[i].y = y.max(a);
        t[i] = t[i] + t[i];
    }
}

#[test]
fn structs_beside_names_for_numbers_and_type_parameters() {
    for device in devices() {
        let (mut x, mut p, mut t) = (vec![1.5; 40], points(40), vec![3i32; 40]);
        let (mut y, mut q, mut u) = (x.clone(), p.clone(), t.clone());
        aliased(2.0, &mut x, &mut p, &mut t);
        aliased::run(&device, 2.0, &mut y, &mut q, &mut u).unwrap();
        assert_eq!((x, p, t), (y, q, u), "{}", device.name());
    }
}

#[kernel]
fn gather(which: &[usize], x: &[Body], y: &mut [Body]) {
    for i in par(0..y.len()) {
        y[i] = x[which[i]];
    }
}
#[kernel]
fn pick(which: &[usize], k: usize, x: &[Body], y: &mut [f32]) {
    for i in par(0..y.len()) {
        y[i] = x[which[i]].at[k];
    }
}
#[device]
fn body(bodies: &[Body], k: usize) -> Body {
    bodies[k]
}
#[device]
fn weight(bodies: &[Body], k: usize) -> f32 {
    bodies[k].mass * bodies.len() as f32
}
#[kernel]
fn weigh(which: &[usize], x: &[Body], y: &mut [f32]) {
    for i in par(0..y.len()) {
        let b = body(x, which[i]);
        y[i] = b.at[1] + weight(x, which[i] + 1);
    }
}
#[kernel]
fn first(x: &[Body], n: usize) -> f32 {
    x[n].mass
}

#[test]
fn faults_name_the_element() {
    for device in devices() {
        let (x, mut y) = (bodies(20), bodies(20));
        let mut which: Vec<usize> = (0..20).rev().collect();
        gather::run(&device, &which, &x, &mut y).unwrap();
        assert_eq!(y[3], x[16]);
        which[13] = 1 << 40;
        let fault = |r: Result<(), Error>| match r {
            Err(Error::Fault(f)) => f,
            r => panic!("{r:?} on {}", device.name()),
        };
        let f = fault(gather::run(&device, &which, &x, &mut y));
        assert_eq!(
            (f.kind, f.index, f.len, f.text),
            (FaultKind::OutOfBounds, 1 << 40, 20, "x"),
            "{}",
            device.name()
        );
        assert_eq!(f.iteration, [("i", 13)], "{}", device.name());
        which[13] = 0;
        let mut z = vec![0.0; 20];
        pick::run(&device, &which, 2, &x, &mut z).unwrap();
        assert_eq!(z[3], x[16].at[2]);
        let f = fault(pick::run(&device, &which, 3, &x, &mut z));
        assert_eq!(
            (f.kind, f.index, f.len),
            (FaultKind::OutOfBounds, 3, 3),
            "{}",
            device.name()
        );
        which.iter_mut().for_each(|w| *w = 18);
        weigh::run(&device, &which, &x, &mut z).unwrap();
        assert_eq!(z[3], x[18].at[1] + 20.0 * 20.0);
        which[4] = 19;
        let f = fault(weigh::run(&device, &which, &x, &mut z));
        assert_eq!(
            (f.kind, f.index, f.len),
            (FaultKind::OutOfBounds, 20, 20),
            "{}",
            device.name()
        );
        let f = fault(first::run(&device, &x, 20).map(drop));
        assert_eq!((f.index, f.len), (20, 20), "{}", device.name());
        assert_eq!(first::run(&device, &x, 19).unwrap(), 20.0);
    }
}

/// Another kernel on a part of the slice, and pieces that are disjoint.
#[kernel]
fn halves(points: &mut [Point]) {
    let n = points.len();
    let (a, b) = points.split_at_mut(n / 2);
    for i in par(0..a.len()) {
        a[i].x = b[i].y;
    }
    shift(3.0, a);
    for i in par(0..n / 2) {
        points[i].y = points[n / 2 + i].x;
    }
}
#[kernel]
fn shift(by: f32, points: &mut [Point]) {
    for i in par(0..points.len()) {
        points[i].x += by;
    }
}

#[test]
fn parts_of_slices_and_buffers() {
    for device in devices() {
        let mut x = points(60);
        let mut y = device.upload(&x).unwrap();
        halves(&mut x);
        halves::run(&device, &mut y).unwrap();
        assert_eq!(y.download().unwrap(), x, "{}", device.name());
        y.slice_mut(10..20).fill(Point { x: 1.0, y: 2.0 }).unwrap();
        x[10..20].fill(Point { x: 1.0, y: 2.0 });
        shift(0.5, &mut x[11..31]);
        shift::run(&device, 0.5, y.slice_mut(11..31)).unwrap();
        assert_eq!(y.download().unwrap(), x, "{}", device.name());
    }
}

/// A row of bodies a group, whose items reduce what they share.
#[kernel]
fn lightest(bodies: &[Body], out: &mut [Point]) {
    for g in par(0..out.len()) {
        let mut best = f32::MAX;
        let mut sum = 0.0;
        for k in par(0..50) {
            let b = bodies[g * 50 + k];
            best = best.min(b.mass);
            sum += b.at[1];
        }
        out[g] = Point { x: best, y: sum };
    }
}

#[test]
fn structs_in_groups() {
    for device in devices() {
        let (x, mut y, mut z) = (bodies(150), points(3), points(3));
        lightest(&x, &mut y);
        lightest::run(&device, &x, &mut z).unwrap();
        assert_eq!(y, z, "{}", device.name());
    }
}

const ORIGIN: Point = Point { x: 1.0, y: 2.0 };
mod far {
    pub const N: usize = 3;
    pub static UNIT: super::Point = super::Point { x: 1.0, y: 0.0 };
}
#[device]
fn squared<T: Number>(p: Point, by: T) -> T {
    let _q = p;
    by * by
}
#[device]
fn make(x: f32) -> Point {
    if x < 0.0 {
        return Point { x: 0.0, y: x };
    }
    Point { x, y: -x }
}
#[device]
fn both(x: f32) -> (Point, f32) {
    (Point { x, y: 1.0 }, x)
}

#[kernel]
fn odd(limit: usize, points: &mut [Point], out: &mut [f32]) {
    for i in par(0..points.len()) {
        let (p, w) = (points[i], 2.0);
        let q: Point;
        if p.x > w {
            q = p;
        } else {
            q = Point { x: w, ..p };
        }
        let mut best = ORIGIN;
        let mut n = 0;
        while n < limit {
            let c = make(n as f32 - best.y);
            if c.x > best.x {
                best = c;
            }
            n += 1;
        }
        let p = Point { x: best.x, y: q.y };
        let p = make(p.x + p.y);
        let r = match n {
            0 => p,
            1 => q,
            _ => Point { x: 0.5, y: far::UNIT.y },
        };
        let (s, t) = both(r.x);
        out[i] = squared(r, s.y) + t + ORIGIN.x + far::N as f32 + r.x.max(0.0);
        let pp = &points[i];
        out[i] += pp.x;
        points[i] = if i % 2 == 0 { s } else { r };
    }
}
#[kernel]
fn late(points: &[Point], out: &mut [Point]) {
    'o: for i in par(0..out.len()) {
        let mut p = points[i];
        for _ in 0..4 {
            if p.x > 3.0 {
                continue 'o;
            }
            p.x += 1.0;
            if p.y < 0.0 {
                break;
            }
            p.y -= 1.0;
        }
        out[i] = p;
    }
}

#[test]
fn every_form_of_a_variable() {
    for device in devices() {
        for n in SIZES {
            let (mut x, mut y, mut u, mut v) = (points(n), vec![0.0; n], points(n), vec![0.0; n]);
            odd(5, &mut x, &mut y);
            odd::run(&device, 5, &mut u, &mut v).unwrap();
            assert_eq!((&x, y), (&u, v), "{n} on {}", device.name());
            let (mut o, mut p) = (points(n), points(n));
            late(&x, &mut o);
            late::run(&device, &u, &mut p).unwrap();
            assert_eq!(o, p, "{n} on {}", device.name());
        }
    }
}
