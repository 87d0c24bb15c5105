//! How much the analysis finds out of common shapes.

use hoist_ir::*;
use hoist_machine::program::Ix;
use hoist_machine::{HSlice, Local, LoopInfo, Machine, Site, V};

static INFO: LoopInfo = LoopInfo {
    kernel: "k",
    number: 0,
    file: "k.rs",
    line: 2,
    indices: &["y", "x"],
    sites: &[Site {
        line: 1,
        column: 1,
        text: "x",
    }; 4],
    fast: false,
    small: true,
    again: false,
    one_thread: false,
    group: false,
};
type Size = V<Tracer, usize>;

fn slice<T>(len: usize) -> HSlice<T> {
    HSlice {
        ptr: std::ptr::null_mut(),
        len,
        memory: 0,
        offset: 0,
    }
}
/// The analysis of `body` over `rows` × `cols` iterations, over slices of the traced lengths.
fn found(rows: u64, cols: u64, body: impl FnOnce(&Tracer, &Ix<Tracer>)) -> Analysis {
    let (k, args) = Tracer::trace(&INFO, 2, &(), |m, _, ix, _| body(m, ix));
    let dims = [(0, 1, 1), (0, 1, rows), (0, 1, cols)];
    let lens = args.buffers.iter().map(|b| b.len as u64).collect();
    analyse(
        &validate(k).unwrap(),
        &LaunchValues {
            dims,
            lens,
            uniforms: args.uniforms,
        },
    )
}
fn touch(m: &Tracer, len: usize, at: Size) {
    let y = m.slice("y", &slice::<f32>(len), true);
    m.store_g(true, y, at, m.lit(0.0), false, 0);
}

#[test]
fn affine_indices() {
    let at = |m: &Tracer, ix: &Ix<Tracer>| m.add(m.mul(ix.at[1], m.capture("w", 100usize)), ix.lane);
    let fits = found(50, 100, |m, ix| touch(m, 5000, at(m, ix)));
    assert_eq!(
        fits,
        Analysis {
            index32_ok: true,
            in_bounds: vec![true],
            sites: vec![true, false, false, false]
        }
    );
    let short = found(50, 100, |m, ix| touch(m, 4999, at(m, ix)));
    assert_eq!((short.index32_ok, short.in_bounds), (true, vec![false]));
    let wide = found(1 << 20, 1 << 10, |m, ix| {
        touch(m, 1 << 31, m.mul(ix.at[1], m.lit(1 << 13)))
    });
    assert_eq!((wide.index32_ok, wide.in_bounds), (false, vec![false]));
    assert!(
        !found(1 << 16, 1 << 16, |m, ix| touch(m, 1 << 16, ix.lane)).index32_ok,
        "too many iterations"
    );
}

#[test]
fn a_guard_narrows() {
    let stencil = |guarded: bool| {
        found(1, 10, |m, ix| {
            let last = m.sub(m.lit(10), m.lit(1));
            let inner = m.and(m.gt(ix.lane, m.lit(0)), m.lt(ix.lane, last));
            let c = if guarded { inner } else { m.lit(true) };
            m.uif_begin(c);
            touch(m, 10, m.sub(ix.lane, m.lit(1)));
            touch(m, 10, m.add(ix.lane, m.lit(1)));
            m.uif_else(c);
            m.if_end();
        })
    };
    let a = stencil(true);
    assert_eq!((a.index32_ok, a.in_bounds), (true, vec![true, true]));
    let a = stencil(false);
    assert_eq!((a.index32_ok, a.in_bounds), (false, vec![false, false]));
}

#[test]
fn loops() {
    // for j in 0..n { y[x * 7 + j] }
    let a = found(1, 10, |m, ix| {
        let mut f = m.for_begin("j", m.lit(0usize), m.lit(7));
        while m.for_test::<usize>(true, &mut f) {
            let j: Size = m.for_value(&f);
            touch(m, 70, m.add(m.mul(ix.lane, m.lit(7)), j));
        }
    });
    assert_eq!((a.index32_ok, a.in_bounds), (true, vec![true]));
    // while j < n { y[j]; j += 1 }, with the sum of all j beside it or not
    let counted = |sum: bool| {
        found(1, 10, |m, ix| {
            let mut j: Local<Tracer, usize> = m.local("j", ix.lane);
            let mut total: Local<Tracer, usize> = m.local("total", m.lit(0));
            m.loop_begin();
            while m.loop_again() {
                m.loop_test(true, m.lt(m.get(&j), m.lit(40)));
                touch(m, 40, m.get(&j));
                if sum {
                    let next = m.add(m.get(&total), m.get(&j));
                    m.set_all(&mut total, next);
                }
                let next = m.add(m.get(&j), m.lit(1));
                m.set_all(&mut j, next);
            }
        })
    };
    let a = counted(false);
    assert_eq!((a.index32_ok, a.in_bounds), (true, vec![true]));
    let a = counted(true);
    assert_eq!((a.index32_ok, a.in_bounds), (false, vec![true]), "a sum without bound");
}

#[test]
fn loaded_indices() {
    let a = found(1, 10, |m, ix| {
        let x = m.slice("x", &slice::<u8>(10), false);
        let at = m.cast::<u8, usize>(m.load_g(true, x, ix.lane, false, 1));
        touch(m, 256, at);
        touch(m, 16, m.min(at, m.lit(15)));
        touch(m, 10, at);
    });
    assert_eq!((a.index32_ok, a.in_bounds), (true, vec![true, true, true, false]));
    assert_eq!(a.sites, [false, true, false, false]);
    let a = found(1, 10, |m, ix| {
        let x = m.slice("x", &slice::<usize>(10), false);
        touch(m, 10, m.load_g(true, x, ix.lane, false, 1));
    });
    assert!(!a.index32_ok, "an index from memory");
}
