//! Memory, control flow, calls, barriers, warps, atomics; and what is refused or stops a launch.

mod common;

use common::{HEAD, launch, refused};
use hoist_cuda_emulator::error::Cause;

/// An entry with `%r`, `%rd`, `%p` and `%f` registers, `%rd0` the address of the first buffer's word of this thread
/// and `%r0` its number.
fn entry(params: usize, body: &str) -> String {
    let list: Vec<String> = (0..params).map(|n| format!(".param .u64 p{n}")).collect();
    format!(
        ".visible .entry k({}) {{ .reg .b32 %r<40>; .reg .b64 %rd<40>; .reg .pred %p<10>; .reg .f32 %f<10>; .reg .b16 %h<9>;
        .reg .f64 %d<9>;
        mov.u32 %r1, %ctaid.x; mov.u32 %r2, %ntid.x; mov.u32 %r3, %tid.x; mad.lo.u32 %r0, %r1, %r2, %r3;
        ld.param.u64 %rd0, [p0]; cvta.to.global.u64 %rd0, %rd0; mad.wide.u32 %rd0, %r0, 8, %rd0;
        {body}
        }}",
        list.join(", ")
    )
}

/// What one buffer of a word a thread holds in the end, in a plain and in shuffled orders.
fn words(text: &str, grid: u32, block: u32) -> Vec<u64> {
    let n = (grid * block) as usize;
    let plain = launch(text, grid, block, &[vec![0; n]], None);
    plain.ended.unwrap_or_else(|e| panic!("{e}"));
    for seed in 1..4 {
        let shuffled = launch(text, grid, block, &[vec![0; n]], Some(seed));
        shuffled.ended.unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(plain.buffers, shuffled.buffers, "seed {seed}");
    }
    plain.buffers[0].clone()
}

fn cause(text: &str, block: u32) -> (Cause, String) {
    let trap = launch(text, 1, block, &[vec![0; 64]], None).ended.unwrap_err();
    (trap.cause, trap.to_string())
}

#[test]
fn special_registers() {
    let all = "mov.u32 %r4, %laneid; mov.u32 %r5, %warpid; mov.u32 %r6, %nctaid.x; mov.u32 %r7, %lanemask_lt;
        mad.lo.u32 %r8, %r5, 100, %r4; mad.lo.u32 %r8, %r6, 10000, %r8; mov.b64 %rd1, {%r8, %r7}; st.global.u64 [%rd0], %rd1; ret;";
    let got = words(&entry(1, all), 2, 70);
    for (n, v) in got.iter().enumerate() {
        let t = n as u64 % 70;
        assert_eq!(v & 0xffff_ffff, 20000 + t / 32 * 100 + t % 32);
        assert_eq!(v >> 32, (1 << (t % 32)) - 1);
    }
}

#[test]
fn loops_and_jumps() {
    // The sum of the numbers below this thread's, and a table of targets.
    let text = "mov.u64 %rd1, 0; mov.u32 %r4, 0;
        $loop: setp.ge.u32 %p1, %r4, %r0; @%p1 bra $done; cvt.u64.u32 %rd2, %r4; add.s64 %rd1, %rd1, %rd2; add.u32 %r4, %r4, 1;
        bra.uni $loop; $done: rem.u32 %r5, %r0, 3; $ts: .branchtargets $a, $b, $c; brx.idx.uni %r5, $ts;
        $a: mov.u64 %rd3, 1000; bra $end; $b: mov.u64 %rd3, 2000; bra $end; $c: mov.u64 %rd3, 3000;
        $end: add.s64 %rd1, %rd1, %rd3; @!%p1 bra $never; st.global.u64 [%rd0], %rd1; $never: ret;";
    for (n, v) in words(&entry(1, text), 1, 40).iter().enumerate() {
        let n = n as u64;
        assert_eq!(*v, n * n.saturating_sub(1) / 2 + 1000 * (n % 3 + 1));
    }
    let guarded = "setp.lt.u32 %p1, %r0, 5; mov.u64 %rd1, 1; @%p1 mov.u64 %rd1, 2; @!%p1 add.s64 %rd1, %rd1, 10;
        st.global.u64 [%rd0], %rd1; @%p1 ret; st.global.u64 [%rd0], 77; exit;";
    for (n, v) in words(&entry(1, guarded), 1, 9).iter().enumerate() {
        assert_eq!(*v, if n < 5 { 2 } else { 77 });
    }
}

#[test]
fn widths_signs_and_vectors() {
    let text = "st.global.u64 [%rd0], 0x80ff7f01c0ffee99; ld.global.s8 %r4, [%rd0+7]; ld.global.u8 %r5, [%rd0+7];
        ld.global.s16 %rd1, [%rd0+6]; ld.global.u16 %h1, [%rd0]; ld.global.v2.u32 {%r6, %r7}, [%rd0];
        ld.global.v4.u8 {%r8, %r9, %r10, %r11}, [%rd0]; ld.global.s32 %rd2, [%rd0+4];
        cvt.s64.s32 %rd3, %r4; shl.b64 %rd4, %rd1, 8; xor.b64 %rd3, %rd3, %rd4; cvt.u64.u32 %rd5, %r5; add.s64 %rd3, %rd3, %rd5;
        cvt.u64.u16 %rd5, %h1; add.s64 %rd3, %rd3, %rd5; xor.b32 %r6, %r6, %r7; xor.b32 %r6, %r6, %r10; cvt.u64.u32 %rd6, %r6;
        add.s64 %rd3, %rd3, %rd6; add.s64 %rd3, %rd3, %rd2; st.global.u64 [%rd0], %rd3; ret;";
    let v = 0x80ff_7f01_c0ff_ee99u64;
    let mut want = (0x80u8 as i8 as i64 as u64) ^ ((0x80ffu16 as i16 as i64 as u64) << 8);
    want = want.wrapping_add(0x80).wrapping_add(0xee99);
    want = want.wrapping_add(u64::from(v as u32 ^ (v >> 32) as u32 ^ 0xff));
    want = want.wrapping_add((v >> 32) as i32 as i64 as u64);
    assert!(words(&entry(1, text), 1, 3).iter().all(|w| *w == want));
}

#[test]
fn shared_local_constant_and_generic_memory() {
    // Each thread hands a value to its neighbour, through shared memory, by a generic address.
    let text = format!(
        ".const .align 4 .u32 table[4] = {{10, 20, 30, 40}}; .global .align 8 .u64 where = table+8;
        .shared .align 8 .b8 board[512]; {}",
        entry(
            1,
            "{.local .align 8 .b8 own[16]; mov.u64 %rd1, own; cvta.local.u64 %rd1, %rd1; st.u32 [%rd1+4], %r3; ld.local.u32 %r4, [own+4];}
        mov.u64 %rd2, board; cvta.shared.u64 %rd2, %rd2; mul.wide.u32 %rd3, %r3, 8; add.s64 %rd2, %rd2, %rd3; cvt.u64.u32 %rd4, %r4;
        st.u64 [%rd2], %rd4; bar.sync 0; add.u32 %r5, %r3, 1; rem.u32 %r5, %r5, %r2; mov.u32 %r6, board; mad.lo.u32 %r6, %r5, 8, %r6;
        ld.shared.u64 %rd5, [%r6]; ld.const.u32 %rd6, [table+4]; ld.global.u64 %rd7, [where]; ld.u32 %rd8, [%rd7]; add.s64 %rd5, %rd5, %rd6;
        add.s64 %rd5, %rd5, %rd8; isspacep.shared %p1, %rd2; @!%p1 add.s64 %rd5, %rd5, 500; cvta.to.shared.u64 %rd2, %rd2;
        ld.shared.u32 %r7, [%rd2]; setp.ne.u32 %p2, %r7, %r3; @%p2 add.s64 %rd5, %rd5, 900; st.global.u64 [%rd0], %rd5; ret;"
        )
    );
    for (n, v) in words(&text, 2, 40).iter().enumerate() {
        assert_eq!(*v, (n as u64 + 1) % 40 + 20 + 30);
    }
}

#[test]
fn calls() {
    let text = format!(
        ".func (.param .b64 out) fact (.param .b32 n) {{ .reg .b32 %r<4>; .reg .b64 %rd<4>; .reg .pred %p;
            ld.param.u32 %r1, [n]; setp.le.u32 %p, %r1, 1; mov.u64 %rd1, 1; @%p bra $out; sub.u32 %r2, %r1, 1;
            {{ .param .b32 a; st.param.b32 [a+0], %r2; .param .b64 r; call.uni (r), fact, (a); ld.param.b64 %rd2, [r+0]; }}
            mul.wide.u32 %rd3, %r1, 1; mul.lo.u64 %rd1, %rd2, %rd3; $out: st.param.b64 [out+0], %rd1; ret; }}
        .func (.reg .u32 o) twice (.reg .u32 i) {{ add.u32 o, i, i; ret; }}
        {}",
        entry(
            1,
            "{ .param .b32 a; st.param.b32 [a+0], %r0; .param .b64 r; call.uni (r), fact, (a); ld.param.b64 %rd1, [r+0]; }
            call (%r4), twice, (%r0); cvt.u64.u32 %rd2, %r4; add.s64 %rd1, %rd1, %rd2; st.global.u64 [%rd0], %rd1; ret;"
        )
    );
    let mut fact = 1;
    for (n, v) in words(&text, 1, 15).iter().enumerate() {
        fact *= (n as u64).max(1);
        assert_eq!(*v, fact + 2 * n as u64, "{n}");
    }
    let endless = ".func f () { call.uni f, (); ret; } .visible .entry k(.param .u64 p0) { call.uni f, (); ret; }";
    assert_eq!(cause(endless, 1).0, Cause::LaunchFailed);
}

#[test]
fn atomics() {
    let text = |op: &str| {
        entry(
            2,
            &format!(
                "ld.param.u64 %rd1, [p1]; add.u32 %r4, %r0, 1; cvt.u64.u32 %rd2, %r4; cvt.rn.f32.u32 %f1, %r4;
                cvt.rn.f64.u32 %d1, %r4; {op} ret;"
            ),
        )
    };
    let end = |op: &str, start: u64| {
        let ran = launch(&text(op), 2, 50, &[vec![0; 100], vec![start]], Some(5));
        ran.ended.unwrap_or_else(|e| panic!("{op}: {e}"));
        ran.buffers[1][0]
    };
    assert_eq!(end("red.global.add.u32 [%rd1], %r4;", 7), 5057);
    assert_eq!(end("atom.add.u64 %rd3, [%rd1], %rd2;", 7), 5057);
    assert_eq!(
        end("atom.global.add.f32 %f2, [%rd1], %f1;", 0) as u32,
        5050f32.to_bits()
    );
    assert_eq!(end("red.add.f64 [%rd1], %d1;", 0), 5050f64.to_bits());
    assert_eq!(end("atom.global.max.s32 %r5, [%rd1], %r4;", 0), 100);
    assert_eq!(end("atom.global.min.u32 %r5, [%rd1], %r4;", 50), 1);
    assert_eq!(
        end("red.relaxed.gpu.global.xor.b32 [%rd1], %r4;", 0),
        (1..=100).fold(0, |a, b| a ^ b)
    );
    assert_eq!(end("red.or.b64 [%rd1], %rd2;", 0), 127);
    assert_eq!(end("red.and.b32 [%rd1], %r4;", 0xff), 0);
    assert_eq!(end("atom.global.inc.u32 %r5, [%rd1], 6;", 0), 100 % 7);
    assert_eq!(end("atom.global.dec.u32 %r5, [%rd1], 6;", 0), (7 - 100 % 7));
    assert_eq!(end("atom.global.exch.b32 %r5, [%rd1], 9; @!%p1 bra $e; $e:", 0), 9);
    // One thread alone wins, and a lock of compare-and-swap keeps increments whole.
    let claim = "atom.global.cas.b32 %r5, [%rd1], 0, %r4; cvt.u64.u32 %rd5, %r5; st.global.u64 [%rd0], %rd5;";
    let ran = launch(&text(claim), 2, 50, &[vec![9; 100], vec![0]], Some(3));
    assert_eq!(ran.buffers[0].iter().filter(|v| **v == 0).count(), 1);
    let lock = "$try: atom.acquire.gpu.global.cas.b32 %r5, [%rd1], 0, 1; setp.ne.u32 %p1, %r5, 0; @%p1 bra $try;
        ld.global.u32 %r6, [%rd1+4]; add.u32 %r6, %r6, 1; st.global.u32 [%rd1+4], %r6; fence.acq_rel.gpu; membar.gl;
        atom.release.gpu.global.exch.b32 %r5, [%rd1], 0;";
    assert_eq!(end(lock, 0), 100 << 32);
}

#[test]
fn barriers() {
    // A tree sum in shared memory, and a barrier's reductions.
    let text = format!(
        ".shared .align 4 .b8 s[512]; {}",
        entry(
            1,
            "mov.u32 %r4, s; mad.lo.u32 %r5, %r3, 4, %r4; st.shared.u32 [%r5], %r3; bar.sync 0; mov.u32 %r6, 32;
        $l: setp.ge.u32 %p1, %r3, %r6; @%p1 bra $skip; mad.lo.u32 %r7, %r6, 4, %r5; ld.shared.u32 %r8, [%r7]; ld.shared.u32 %r9, [%r5];
        add.u32 %r9, %r9, %r8; st.shared.u32 [%r5], %r9; $skip: barrier.sync 0; shr.u32 %r6, %r6, 1; setp.ne.u32 %p2, %r6, 0; @%p2 bra $l;
        ld.shared.u32 %r10, [s]; setp.lt.u32 %p3, %r3, 9; bar.red.popc.u32 %r11, 1, %p3; bar.red.and.pred %p4, 1, %p3;
        bar.red.or.pred %p5, 1, %p3; selp.u32 %r12, 1, 0, %p4; selp.u32 %r13, 2, 0, %p5; mad.lo.u32 %r10, %r11, 10000, %r10;
        add.u32 %r12, %r12, %r13; mad.lo.u32 %r10, %r12, 1000000, %r10; cvt.u64.u32 %rd1, %r10; st.global.u64 [%rd0], %rd1; ret;"
        )
    );
    assert!(words(&text, 3, 64).iter().all(|v| *v == 2_000_000 + 90_000 + 2016));
    // One warp produces, the other consumes.
    let text = format!(
        ".shared .align 4 .b8 s[512]; {}",
        entry(
            1,
            "mov.u32 %r4, s; and.b32 %r6, %r3, 31; mad.lo.u32 %r5, %r6, 4, %r4; setp.ge.u32 %p1, %r3, 32; @%p1 bra $use;
        st.shared.u32 [%r5], %r6; bar.arrive 3, 64; ret; $use: bar.sync 3, 64; ld.shared.u32 %rd1, [%r5]; st.global.u64 [%rd0], %rd1; ret;"
        )
    );
    assert!(
        words(&text, 1, 64)[32..]
            .iter()
            .enumerate()
            .all(|(n, v)| *v == n as u64)
    );
}

#[test]
fn barriers_that_diverge_stop_the_launch() {
    // Threads of one warp at two barriers.
    let two = entry(
        1,
        "and.b32 %r4, %r3, 1; setp.eq.u32 %p1, %r4, 0; @%p1 bra $a; bar.sync 0; ret; $a: bar.sync 0; ret;",
    );
    let (cause_of_two, said) = cause(&two, 32);
    assert!(
        cause_of_two == Cause::LaunchFailed && said.contains("diverges"),
        "{said}"
    );
    // Nobody comes to the other barrier.
    let never = entry(
        1,
        "setp.lt.u32 %p1, %r3, 32; @%p1 bra $a; bar.sync 1; ret; $a: bar.sync 2; ret;",
    );
    let (cause_of_never, said) = cause(&never, 64);
    assert!(
        cause_of_never == Cause::LaunchFailed && said.contains("wait for ever"),
        "{said}"
    );
    // Who has ended is not waited for.
    let early = entry(
        1,
        "setp.lt.u32 %p1, %r3, 32; @%p1 ret; bar.sync 0; st.global.u64 [%rd0], 1; ret;",
    );
    assert_eq!(words(&early, 1, 64).iter().sum::<u64>(), 32);
}

#[test]
fn warps() {
    let shuffle = |op: &str| {
        let text = format!(
            "{op} selp.u32 %r6, 1000, 0, %p1; add.u32 %r5, %r5, %r6; cvt.u64.u32 %rd1, %r5; st.global.u64 [%rd0], %rd1; ret;"
        );
        words(&entry(1, &text), 1, 64)
    };
    // The lane that a shuffle reads, where there is one.
    let want = |f: fn(i64) -> i64| -> Vec<u64> {
        let value = |n: i64| {
            let from = f(n % 32);
            if (0..32).contains(&from) {
                n / 32 * 32 + from + 1000
            } else {
                n
            }
        };
        (0..64).map(|n| value(n) as u64).collect()
    };
    let full = "0xffffffff";
    assert_eq!(
        shuffle(&format!("shfl.sync.down.b32 %r5|%p1, %r3, 4, 31, {full};")),
        want(|n| n + 4)
    );
    assert_eq!(
        shuffle(&format!("shfl.sync.up.b32 %r5|%p1, %r3, 3, 0, {full};")),
        want(|n| n - 3)
    );
    assert_eq!(
        shuffle(&format!("shfl.sync.bfly.b32 %r5|%p1, %r3, 5, 31, {full};")),
        want(|n| n ^ 5)
    );
    assert_eq!(
        shuffle(&format!("shfl.sync.idx.b32 %r5|%p1, %r3, 7, 31, {full};")),
        want(|_| 7)
    );
    // Segments of eight lanes.
    let idx = shuffle(&format!("shfl.sync.idx.b32 %r5|%p1, %r3, 2, 0x181f, {full};"));
    assert!(
        idx.iter().enumerate().all(|(n, v)| *v == n as u64 / 8 * 8 + 1002),
        "{idx:?}"
    );
    let vote = |op: &str| {
        shuffle(&format!(
            "setp.lt.u32 %p2, %r3, 40; setp.ne.u32 %p1, 0, 0; mov.u32 %r5, 0; {op}"
        ))
    };
    assert_eq!(
        vote(&format!("vote.sync.all.pred %p1, %p2, {full};")),
        [[1000; 32], [0; 32]].concat()
    );
    assert_eq!(vote(&format!("vote.sync.any.pred %p1, %p2, {full};")), [1000; 64]);
    assert_eq!(
        vote(&format!("vote.sync.uni.pred %p1, %p2, {full};")),
        [[1000; 32], [0; 32]].concat()
    );
    assert_eq!(
        vote(&format!("vote.sync.ballot.b32 %r5, %p2, {full};"))[32..],
        [255; 32]
    );
    assert_eq!(
        vote(&format!("and.b32 %r4, %r3, 3; match.any.sync.b32 %r5, %r4, {full};"))[1],
        0x2222_2222
    );
    assert_eq!(
        vote(&format!("mov.u32 %r4, 3; match.all.sync.b32 %r5|%p1, %r4, {full};"))[5],
        0xffff_ffff_u32.wrapping_add(1000).into()
    );
    let sum: u64 = (0..32).sum();
    assert_eq!(vote(&format!("redux.sync.add.u32 %r5, %r3, {full};"))[0], sum);
    assert_eq!(
        vote(&format!("sub.u32 %r4, %r3, 5; redux.sync.min.s32 %r5, %r4, {full};"))[0],
        u64::from(-5i32 as u32)
    );
    assert_eq!(
        vote(&format!("sub.u32 %r4, %r3, 5; redux.sync.max.u32 %r5, %r4, {full};"))[0],
        u64::from(u32::MAX)
    );
    assert_eq!(vote(&format!("redux.sync.or.b32 %r5, %r3, {full};"))[40], 63);
    assert_eq!(vote(&format!("redux.sync.and.b32 %r5, %r3, {full};"))[40], 32);
    assert_eq!(vote(&format!("redux.sync.xor.b32 %r5, %r3, {full};"))[0], 0);
    // Half a warp by itself, while the other half is elsewhere.
    let half = "and.b32 %r4, %r3, 31; setp.lt.u32 %p1, %r4, 16; mov.u32 %r5, 5; @!%p1 bra $o; bar.warp.sync 0xffff; shfl.sync.bfly.b32 %r5, %r3, 1, 31, 0xffff; $o: bar.sync 0;";
    let half = shuffle(half);
    assert!(
        half.iter()
            .enumerate()
            .all(|(n, v)| *v == if n % 32 < 16 { 1000 + (n as u64 ^ 1) } else { 5 }),
        "{half:?}"
    );
    let own = "shfl.sync.bfly.b32 %r5, %r3, 1, 31, 0xfffe; ret;";
    assert_eq!(cause(&entry(1, own), 32).0, Cause::LaunchFailed);
}

#[test]
fn bad_addresses_stop_the_launch() {
    let of = |body: &str| cause(&entry(1, body), 32);
    let (c, said) = of("add.s64 %rd1, %rd0, 512; st.global.u64 [%rd1], 1; ret;");
    assert!(
        c == Cause::IllegalAddress && said.contains("byte 512 of an allocation of 512"),
        "{said}"
    );
    assert!(said.contains("ptx line") && said.contains("thread [0, 0, 0]"), "{said}");
    let (c, said) = of("setp.eq.u32 %p1, %r3, 9; @%p1 st.global.u32 [%rd0-100], 1; ret;");
    assert!(
        c == Cause::IllegalAddress && said.contains("thread [9, 0, 0]"),
        "{said}"
    );
    assert_eq!(of("ld.global.u8 %r4, [0]; ret;").0, Cause::IllegalAddress);
    assert_eq!(
        of("mov.u64 %rd1, 0x7fff00001234; ld.u32 %r4, [%rd1]; ret;").0,
        Cause::IllegalAddress
    );
    assert_eq!(of("ld.global.u32 %r4, [%rd0+2]; ret;").0, Cause::Misaligned);
    assert_eq!(of("ld.global.v2.u32 {%r4, %r5}, [%rd0+4]; ret;").0, Cause::Misaligned);
    assert_eq!(of("st.shared.u32 [4096], %r3; ret;").0, Cause::IllegalAddress);
    assert_eq!(
        of("mov.u64 %rd1, 64; st.local.u32 [%rd1], %r3; ret;").0,
        Cause::IllegalAddress
    );
    assert_eq!(of("trap;").0, Cause::IllegalInstruction);
    assert_eq!(of("$a: bra $a;").0, Cause::Timeout);
}

#[test]
fn a_launch_stops_where_it_is_wrong_and_keeps_what_was_written() {
    let text = entry(1, "st.global.u64 [%rd0], 5; setp.eq.u32 %p1, %r0, 3; @%p1 trap; ret;");
    let ran = launch(&text, 1, 8, &[vec![0; 8]], None);
    assert!(ran.ended.is_err());
    assert_eq!(ran.buffers[0], [5, 5, 5, 5, 0, 0, 0, 0]);
}

#[test]
fn what_is_unknown_is_refused_by_name() {
    let op = |op: &str| refused(&entry(1, op));
    for (text, says) in [
        (
            "tex.2d.v4.f32.s32 {%f1, %f2, %f3, %f4}, [t, {%r1, %r2}];",
            "tex.2d.v4.f32.s32",
        ),
        ("add.frob.s32 %r1, %r2, %r3;", "`.frob`"),
        ("add.s31 %r1, %r2, %r3;", "`.s31`"),
        ("add.s32 %r1, %r2;", "2 operands instead of 3"),
        ("add.s32 %r1, %r2, %rd3;", "`%rd3` is .b64 where .s32 is expected"),
        ("add.s32 %r1, %r2, %nothing;", "`%nothing`"),
        ("add.f16 %h1, %h2, %h3;", "`.f16`"),
        ("sqrt.f32 %f1, %f2;", "sqrt.f32"),
        ("cvt.f32.u32 %f1, %r1;", "cvt.f32.u32"),
        ("shfl.down.b32 %r1, %r2, 1, 31;", "shfl.down.b32"),
        ("ld.surface.u32 %r1, [%rd0];", "`.surface`"),
        ("bra $nowhere;", "`$nowhere`"),
        ("call.uni nothing, ();", "`nothing`"),
        ("wgmma.fence.sync.aligned;", "wgmma"),
        ("setp.lt.nand.s32 %p1, %r1, %r2, %p2;", "`.nand`"),
    ] {
        let said = op(text);
        assert!(said.contains(says) && said.contains("ptx line"), "{text}: {said}");
    }
    assert!(refused(".texref t;").contains(".texref"));
    assert!(refused(".visible .entry k(.param .u64 p) { ret").contains("ends early"));
    assert!(HEAD.contains(".version"));
}
