//! Bodies as the macro writes them, traced, validated and interpreted.

use hoist_ir::*;
use hoist_machine::program::{Ix, Reds, red};
use hoist_machine::{Elem, HSlice, Local, LoopInfo, Machine, Site, V};

const SITE: Site = Site {
    line: 3,
    column: 5,
    text: "x",
};
static ONE: LoopInfo = info(&["i"]);
static TWO: LoopInfo = info(&["y", "x"]);
const fn info(indices: &'static [&'static str]) -> LoopInfo {
    LoopInfo {
        kernel: "k",
        number: 0,
        file: "k.rs",
        line: 2,
        indices,
        sites: &[SITE; 4],
        fast: false,
        small: true,
        again: false,
        one_thread: false,
        group: false,
    }
}

fn slice<T>(memory: u32, offset: usize, len: usize) -> HSlice<T> {
    HSlice {
        ptr: std::ptr::null_mut(),
        len,
        memory,
        offset,
    }
}
fn bytes<T: Elem>(x: &[T]) -> Vec<u8> {
    x.iter()
        .flat_map(|v| v.to_bits64().to_le_bytes()[..T::SCALAR.size()].to_vec())
        .collect()
}
fn values<T: Elem>(x: &[u8]) -> Vec<T> {
    let bits = |c: &[u8]| c.iter().rev().fold(0u64, |n, b| n << 8 | u64::from(*b));
    x.chunks(T::SCALAR.size()).map(|c| T::from_bits64(bits(c))).collect()
}
fn trace<R: Reds>(
    info: &'static LoopInfo,
    reds: R,
    body: impl FnOnce(&Tracer, bool, &Ix<Tracer>, &mut R::Acc<Tracer>),
) -> (Validated, TracedArgs) {
    let (k, args) = Tracer::trace(info, info.indices.len() as u32, &reds, body);
    let text = k.to_string();
    (validate(k).unwrap_or_else(|e| panic!("{e}\n{text}")), args)
}

#[test]
fn saxpy() {
    let a = 2.5f32;
    let (k, args) = trace(&ONE, (), |m, k, ix, _| {
        let u = m.uniform();
        // Asked for twice, as an inlined device function would.
        u.capture("a", a);
        let a = u.capture("a", a);
        m.slice("y", &slice::<f32>(1, 2, 4), false);
        let x = m.slice("x", &slice::<f32>(0, 0, 4), false);
        let y = m.slice("y", &slice::<f32>(1, 2, 4), true);
        m.line(7);
        let t = m.mul(m.splat(a), m.load_c(k, x, ix.at[2], true, 0));
        let t = m.add(t, m.load_c(k, y, ix.at[2], true, 1));
        m.store_c(k, y, ix.at[2], t, true, 2);
    });
    assert_eq!(k.uniforms.len(), 1);
    assert_eq!(
        k.buffers.iter().map(|b| (b.name, b.written)).collect::<Vec<_>>(),
        [("y", true), ("x", false)]
    );
    assert_eq!(
        k.to_string(),
        "// k.rs:2
kernel k, loop 0 over (i) {
    uniform a: f32
    buffer y: mut [f32]
    buffer x: [f32]
    let %0: f32 = load x[i]  // 7
    let %2: f32 = load y[i]
    store y[i] = (a * %0) + %2
}"
    );
    let y = bytes(&[9f32, 9., 1., 2., 3., 4., 9.]);
    let mut memory = Bytes::new(vec![bytes(&[10f32, 20., 30., 40.]), y], &args);
    for i in 0..4 {
        interpret(&k, &args.uniforms, &mut memory, [0, 0, i], &mut []).unwrap();
    }
    assert_eq!(values::<f32>(&memory.memories[1]), [9., 9., 26., 52., 78., 104., 9.]);
    let f = interpret(&k, &args.uniforms, &mut memory, [0, 0, 4], &mut []).unwrap_err();
    assert_eq!(
        (f.kind, f.site, f.index, f.len, f.line),
        (FaultKind::OutOfBounds, 0, 4, 4, 7)
    );
}

/// Collatz steps, at most 100, odd multiples of 5 not counted.
fn collatz(mut n: u32) -> u32 {
    let mut steps = 0;
    let mut rounds = 0;
    while n != 1 {
        if rounds == 100 {
            break;
        }
        rounds += 1;
        let old = n;
        n = if n.is_multiple_of(2) { n / 2 } else { 3 * n + 1 };
        if old.is_multiple_of(5) && old % 2 == 1 {
            continue;
        }
        steps += 1;
    }
    steps
}

#[test]
fn a_while_with_break_and_continue() {
    let (k, args) = trace(&ONE, (), |m, k, ix, _| {
        let out = m.slice("out", &slice::<u32>(0, 0, 50), true);
        let lit = |x| m.lit::<u32>(x);
        let start = m.add(m.cast(ix.lane), lit(1));
        let mut n = m.local("n", start);
        let mut steps = m.local("steps", lit(0));
        let mut rounds = m.local("rounds", lit(0));
        m.loop_begin();
        while m.loop_again() {
            let kl = m.loop_mask(k, m.ne(m.get(&n), lit(1)));
            if !m.loop_live(kl) {
                break;
            }
            let full = m.eq(m.get(&rounds), lit(100));
            if m.any(m.if_begin(kl, full)) {
                m.brk(0);
            }
            m.if_else(kl, full);
            m.if_end();
            add_one(m, &mut rounds, kl);
            let old = m.get(&n);
            let even = m.eq(m.rem(kl, old, lit(2), 0), lit(0));
            let half = m.div(kl, old, lit(2), 1);
            let next = m.select(even, half, m.add(m.mul(lit(3), old), lit(1)));
            m.set(&mut n, kl, next);
            let five = m.eq(m.rem(kl, old, lit(5), 2), lit(0));
            let skip = m.and(five, m.not(even));
            m.if_begin(kl, skip);
            m.cont(0);
            m.if_else(kl, skip);
            m.if_end();
            add_one(m, &mut steps, kl);
        }
        m.store_c(k, out, ix.at[2], m.get(&steps), true, 3);
    });
    let mut memory = Bytes::new(vec![vec![0; 200]], &args);
    for i in 0..50 {
        interpret(&k, &args.uniforms, &mut memory, [0, 0, i], &mut []).unwrap();
    }
    let wanted: Vec<u32> = (1..=50).map(collatz).collect();
    assert_eq!(values::<u32>(&memory.memories[0]), wanted, "{k}");
}
fn add_one(m: &Tracer, l: &mut Local<Tracer, u32>, k: bool) {
    let next = m.add(m.get(l), m.lit(1));
    m.set(l, k, next);
}

/// The sum of `a * b` over pairs, up to the first whose product is over `limit` in a row that has a multiple
/// of 7 no earlier.
fn pairs(n: usize, limit: usize) -> usize {
    let mut sum = 0;
    'rows: for a in 0..n {
        for b in 0..n {
            if a * b > limit {
                break 'rows;
            }
            if a * b % 7 == 3 {
                continue 'rows;
            }
            sum += a * b;
        }
        sum += 1;
    }
    sum
}

#[test]
fn nested_loops_with_labels() {
    let (k, args) = trace(&TWO, (), |m, k, ix, _| {
        let out = m.slice("out", &slice::<usize>(0, 0, 40), true);
        let lit = |x| m.lit::<usize>(x);
        let mut sum = m.local("sum", lit(0));
        let mut fa = m.for_begin("a", lit(0), ix.at[1]);
        while m.for_test::<usize>(k, &mut fa) {
            let a: V<Tracer, usize> = m.for_value(&fa);
            let mut fb = m.for_begin("b", lit(0), ix.at[1]);
            while m.for_test::<usize>(k, &mut fb) {
                let product = m.bind("product", m.mul(a, m.for_value(&fb)));
                let over = m.gt(product, ix.lane);
                if m.uif_begin(over) && m.ubrk(1) {
                    break;
                }
                m.uif_else(over);
                m.if_end();
                let three = m.eq(m.rem(k, product, lit(7), 0), lit(3));
                if m.uif_begin(three) && m.ucont(1) {
                    continue;
                }
                m.uif_else(three);
                m.if_end();
                let next = m.add(m.get(&sum), product);
                m.set_all(&mut sum, next);
            }
            let next = m.add(m.get(&sum), lit(1));
            m.set_all(&mut sum, next);
        }
        let at = m.add(m.mul(ix.at[1], lit(5)), m.div(k, ix.lane, lit(10), 1));
        m.store_g(k, out, at, m.get(&sum), false, 2);
    });
    let lowered = lower_labels(&k).unwrap();
    for k in [&k, &lowered] {
        let mut memory = Bytes::new(vec![vec![0; 320]], &args);
        let mut wanted = vec![0; 40];
        for (y, x) in (0..8).flat_map(|y| (0..5).map(move |x| (y, x * 10))) {
            interpret(k, &args.uniforms, &mut memory, [0, y, x], &mut []).unwrap();
            wanted[(y * 5 + x / 10) as usize] = pairs(y as usize, x as usize);
        }
        assert_eq!(values::<usize>(&memory.memories[0]), wanted, "{k}");
    }
}

#[test]
fn reductions_have_variables_of_their_own() {
    let (k, args) = trace(
        &ONE,
        (red(RedOp::Add, 5.0f64), red(RedOp::Max, 0u8)),
        |m, k, ix, acc| {
            let x = m.slice("x", &slice::<u8>(0, 0, 5), false);
            let v = m.bind("v", m.load_c(k, x, ix.at[2], true, 0));
            let sum = m.add(m.get(&acc.0), m.cast(v));
            m.set(&mut acc.0, k, sum);
            let top = m.max(m.get(&acc.1), v);
            m.set(&mut acc.1, k, top);
        },
    );
    let identities: Vec<u64> = k.reductions.iter().map(|r| r.identity).collect();
    assert_eq!(identities, [(-0.0f64).to_bits(), 0]);
    let mut memory = Bytes::new(vec![vec![3, 1, 200, 4, 7]], &args);
    let mut acc = identities;
    for i in 0..5 {
        interpret(&k, &args.uniforms, &mut memory, [0, 0, i], &mut acc).unwrap();
    }
    assert_eq!(acc, [215f64.to_bits(), 200]);
}

#[test]
fn a_value_is_a_snapshot() {
    let (k, args) = trace(&ONE, (), |m, k, ix, _| {
        let out = m.slice("out", &slice::<i32>(0, 0, 1), true);
        let mut t = m.local("t", m.lit(1i32));
        let before = m.get(&t);
        m.set(&mut t, k, m.lit(10));
        let sum = m.add(before, m.get(&t));
        m.store_c(k, out, ix.at[2], sum, true, 0);
    });
    let mut memory = Bytes::new(vec![vec![0; 4]], &args);
    interpret(&k, &[], &mut memory, [0; 3], &mut []).unwrap();
    assert_eq!(values::<i32>(&memory.memories[0]), [11], "{k}");
}

#[test]
fn calls_that_do_not_pair_are_refused() {
    let (k, _) = Tracer::trace(&ONE, 1, &(), |m, k, _, _| {
        m.if_begin(k, m.lit(true));
    });
    assert!(matches!(validate(k).unwrap_err().cause, Cause::Depth { .. }));
}

#[test]
fn faults_and_wrapping() {
    let run = |a: i32, b: i32| {
        let (k, args) = trace(&ONE, (), |m, k, ix, _| {
            let out = m.slice("out", &slice::<i32>(0, 0, 1), true);
            let q = m.div(k, m.capture("a", a), m.capture("b", b), 3);
            m.store_c(k, out, ix.at[2], m.add(q, m.lit(i32::MAX)), true, 0);
        });
        let mut memory = Bytes::new(vec![vec![0; 4]], &args);
        let end = interpret(&k, &args.uniforms, &mut memory, [0; 3], &mut []);
        end.map(|()| values::<i32>(&memory.memories[0])[0]).map_err(|f| f.kind)
    };
    assert_eq!(run(-7, 2), Ok(i32::MAX - 3));
    assert_eq!(run(9, 2), Ok(i32::MIN + 3));
    assert_eq!(run(1, 0), Err(FaultKind::DivisionByZero));
    assert_eq!(run(i32::MIN, -1), Err(FaultKind::DivisionOverflow));
}
