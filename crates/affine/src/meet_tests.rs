//! Models by hand, held against what their iterations touch.

use crate::{Access, Fact, Form, Model, Rel, Ty};

/// Parameters: 0, 1, the height and width, a pitch.
const ZERO: u16 = 0;
const ONE: u16 = 1;
const HEIGHT: u16 = 2;
const WIDTH: u16 = 3;
const PITCH: u16 = 4;

fn access(write: bool, at: Form, facts: Vec<Fact>) -> Access {
    Access {
        write,
        value: 0,
        at,
        len: None,
        facts,
    }
}

/// `y[i * pitch + j]` over `(0..h, 0..w)`.
fn rows() -> Model {
    let row = Form::variable(0).times(&Form::parameter(PITCH)).unwrap();
    Model {
        dims: vec![[ZERO, HEIGHT, ONE], [ZERO, WIDTH, ONE]],
        accesses: vec![access(true, row.plus(&Form::variable(1), 1).unwrap(), vec![])],
    }
}

#[test]
fn rows_are_apart_as_brute_force_says() {
    let model = Model::decode(&rows().encode()).unwrap();
    assert_eq!(model, rows());
    for h in 0..6 {
        for w in 0..6 {
            for pitch in 0..8 {
                let mut seen = std::collections::HashSet::new();
                let apart = (0..h).all(|i| (0..w).all(|j| seen.insert(i * pitch + j)));
                assert_eq!(model.independent(&[0, 1, h, w, pitch]), apart, "{h} {w} {pitch}");
            }
        }
    }
    // As large as slices get, and where sums wrap.
    assert!(model.independent(&[0, 1, 1 << 24, 1 << 24, 1 << 24]));
    assert!(!model.independent(&[0, 1, 1 << 24, 1 << 24, (1 << 24) - 1]));
    assert!(!model.independent(&[0, 1, 5, 2, 1 << 62]));
}

#[test]
fn a_condition_keeps_colours_apart() {
    // y[i] = y[i + 1] where i is even.
    let i = Form::variable(0);
    let even = vec![
        Fact::Rem {
            of: i.clone(),
            by: Form::number(2),
            ty: Ty::USIZE,
        },
        Fact::Compare {
            a: Form::variable(1),
            rel: Rel::Equal,
            b: Form::number(0),
            ty: Ty::USIZE,
        },
    ];
    let next = i.plus(&Form::number(1), 1).unwrap();
    let mut model = Model {
        dims: vec![[ZERO, HEIGHT, ONE]],
        accesses: vec![access(true, i, even.clone()), access(false, next, even)],
    };
    assert!(model.independent(&[0, 1, 1_000_000]));
    model.accesses[1].facts.pop();
    assert!(!model.independent(&[0, 1, 1_000_000]));
    assert_eq!(model.meeting(&[0, 1, 1_000_000]), Some((0, 1)));
    let (written, read) = model.example(&[0, 1, 1_000_000], 0, 1).unwrap();
    assert_eq!((written[0] % 2, written[0]), (0, read[0] + 1));
}

/// What a launch pays; a bound that a busy machine keeps.
#[test]
fn a_test_at_launch_is_short() {
    let code = rows().encode();
    let start = std::time::Instant::now();
    for n in 0..1000 {
        assert!(Model::decode(&code).unwrap().independent(&[0, 1, 100 + n, 200, 200]));
    }
    let each = start.elapsed() / 1000;
    println!("{each:?} a launch");
    assert!(each.as_micros() < 1000, "{each:?}");
}
