//! What every driver crate's device must do, whatever its language. The driver crates' tests share this file.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use hoist_backend::Error;
use hoist_backend::backend::{Api, Backend, Grid, Mem, Source};

/// Kernels in the device's own language.
pub struct Texts {
    /// `y = a*x + y` over `n` items in a grid of rows: slots are fault, params (`n`, bits of `a`, items of a
    /// grid row), `x`, `y`. Sets fault word 0 to 1 when `n` is 13.
    pub saxpy: &'static str,
    /// Does not compile; `no_such_name` is what the log must mention.
    pub broken: &'static str,
}

/// Opens the best device. Without one: counts and prints a skip, or fails where `HOIST_REQUIRE` names the API.
pub fn open(api: &Api) -> Option<Arc<dyn Backend>> {
    static SKIPS: AtomicU32 = AtomicU32::new(0);
    match (api.open)(None) {
        Ok(backend) => Some(backend),
        Err(e) => {
            assert!(
                matches!(e, Error::Missing { .. }),
                "a device that is not there must say what is missing: {e}"
            );
            let required = std::env::var("HOIST_REQUIRE").unwrap_or_default();
            assert!(
                !required.split([',', ' ']).any(|r| r == api.name),
                "HOIST_REQUIRE names {}: {e}",
                api.name
            );
            let count = SKIPS.fetch_add(1, Ordering::Relaxed) + 1;
            eprintln!("skipped ({count} in this binary): {e}");
            None
        }
    }
}

/// A byte pattern that differs at every offset modulo 251.
pub fn bytes(n: usize, seed: usize) -> Vec<u8> {
    (0..n).map(|i| ((i + seed) * 7 % 251) as u8).collect()
}

fn memory(b: &dyn Backend, data: &[u8]) -> Mem {
    let mem = b.alloc(data.len()).expect("alloc");
    b.write(&mem, 0, data).expect("write");
    mem
}

fn contents(b: &dyn Backend, mem: &Mem, n: usize) -> Vec<u8> {
    let mut out = vec![0xa5; n];
    b.read(mem, 0, &mut out).expect("read");
    out
}

fn floats(data: &[f32]) -> Vec<u8> {
    data.iter().flat_map(|v| v.to_ne_bytes()).collect()
}

fn words(data: &[u32]) -> Vec<u8> {
    data.iter().flat_map(|v| v.to_ne_bytes()).collect()
}

/// Listing and opening agree; a number beyond the list is refused; a second open works beside the first.
pub fn opens(api: &Api) {
    let Some(first) = open(api) else { return };
    eprintln!("{:#?}", first.info());
    let list = (api.list)().expect("list");
    assert!(
        list.iter().any(|d| d.id == first.info().id),
        "{:?} is not listed",
        first.info()
    );
    for (n, d) in list.iter().enumerate() {
        assert_eq!(d.id, format!("{}:{n}", api.name));
        assert!(
            d.max_bindings >= 4 && d.max_work_group >= 1 && d.max_groups >= 65_535,
            "{d:?}"
        );
    }
    assert!(matches!((api.open)(Some(999)), Err(Error::UnknownDevice { .. })));
    let second = (api.open)(None).expect("second open");
    drop(first);
    let mem = memory(&*second, &bytes(100, 3));
    assert_eq!(contents(&*second, &mem, 100), bytes(100, 3));
}

/// Zeroed memory, and transfers at every alignment, leave exactly what the same moves on a slice leave.
pub fn transfers(api: &Api) {
    let Some(b) = open(api) else { return };
    let b = &*b;
    let empty = b.alloc(0).expect("alloc of nothing");
    b.write(&empty, 0, &[]).expect("write nothing");
    b.read(&empty, 0, &mut []).expect("read nothing");
    let fresh = b.alloc(1001).expect("alloc");
    assert!(fresh.bytes() == 1004, "{}", fresh.bytes());
    assert_eq!(contents(b, &fresh, 1001), vec![0; 1001]);
    for (offset, n) in [
        (0, 1001),
        (0, 4),
        (1, 1),
        (2, 5),
        (3, 998),
        (4, 6),
        (7, 64),
        (996, 5),
        (1000, 1),
    ] {
        let mut want = bytes(1001, 1);
        let mem = memory(b, &want);
        let data = bytes(n, 100);
        b.write(&mem, offset, &data).expect("write");
        want[offset..offset + n].copy_from_slice(&data);
        assert_eq!(contents(b, &mem, 1001), want, "write {n} at {offset}");
        let mut part = vec![0; n];
        b.read(&mem, offset, &mut part).expect("read");
        assert_eq!(part, data, "read {n} at {offset}");
        for to_offset in [0, 1, 2, 3, 8] {
            if to_offset + n > 1001 {
                continue;
            }
            let mut want = bytes(1001, 50);
            let to = memory(b, &want);
            b.copy(&mem, offset, &to, to_offset, n).expect("copy");
            want[to_offset..to_offset + n].copy_from_slice(&data);
            assert_eq!(contents(b, &to, 1001), want, "copy {n} from {offset} to {to_offset}");
        }
    }
    within_one(b);
    fills(b);
    large(b);
}

fn within_one(b: &dyn Backend) {
    let mut want = bytes(256, 9);
    let mem = memory(b, &want);
    b.copy(&mem, 0, &mem, 128, 100).expect("copy inside one memory");
    want.copy_within(0..100, 128);
    b.copy(&mem, 3, &mem, 233, 21)
        .expect("unaligned copy inside one memory");
    want.copy_within(3..24, 233);
    assert_eq!(contents(b, &mem, 256), want);
}

fn fills(b: &dyn Backend) {
    for pattern in [
        &[0u8][..],
        &[7],
        &[0, 0],
        &[1, 2],
        &[0; 4],
        &[1, 2, 3, 4],
        &[0; 8],
        &[1, 2, 3, 4, 5, 6, 7, 8],
    ] {
        for offset in [0, 1, 4, 8, 12] {
            for n in [0, 8, 64, 880] {
                let mut want = bytes(900, 77);
                let mem = memory(b, &want);
                b.fill(&mem, offset, n, pattern).expect("fill");
                for (i, v) in want[offset..offset + n].iter_mut().enumerate() {
                    *v = pattern[i % pattern.len()];
                }
                assert_eq!(contents(b, &mem, 900), want, "fill {pattern:?} over {n} at {offset}");
            }
        }
    }
}

fn large(b: &dyn Backend) {
    let data = bytes(40 << 20, 5);
    let mem = memory(b, &data);
    assert!(contents(b, &mem, data.len()) == data, "40 MiB there and back");
    let mut part = vec![0; (9 << 20) + 1];
    b.read(&mem, 12_345_679, &mut part).expect("read");
    assert!(part == data[12_345_679..][..part.len()], "9 MiB from the middle");
}

/// Runs the hand-written kernel over one group, a part of a group, many groups and a two-dimensional grid.
pub fn launches(api: &Api, texts: &Texts) {
    let Some(b) = open(api) else { return };
    let b = &*b;
    let source = Source {
        text: texts.saxpy,
        entry: "saxpy",
        written: &[true, false, false, true],
        fast: false,
    };
    let program = b.compile(&source).expect("compile");
    for (n, rows) in [
        (1u32, 1u32),
        (13, 1),
        (63, 1),
        (64, 1),
        (1000, 1),
        (100_003, 3),
        (70_000 * 64, 70),
    ] {
        let groups = n.div_ceil(64).div_ceil(rows);
        let (x, y): (Vec<f32>, Vec<f32>) = (0..n).map(|i| ((i % 1000) as f32, (i % 77) as f32)).unzip();
        let fault = memory(b, &words(&[0; 8]));
        let params = memory(b, &words(&[n, 2.5f32.to_bits(), groups * 64]));
        let (mx, my) = (memory(b, &floats(&x)), memory(b, &floats(&y)));
        let grid = Grid {
            groups: [groups, rows, 1],
            work_group: 64,
        };
        let times = b.launch(&program, &[&fault, &params, &mx, &my], grid).expect("launch");
        b.synchronize().expect("synchronize");
        let want: Vec<f32> = x.iter().zip(&y).map(|(x, y)| 2.5 * x + y).collect();
        assert!(contents(b, &my, want.len() * 4) == floats(&want), "saxpy of {n}");
        assert!(contents(b, &mx, x.len() * 4) == floats(&x), "an input changed");
        let flag = if n == 13 { 1 } else { 0 };
        assert_eq!(contents(b, &fault, 32)[..4], words(&[flag])[..], "fault word of {n}");
        eprintln!("{} saxpy of {n}: {:?}", b.info().id, times);
    }
}

/// What can't be run is an error in words, and the device works on afterwards.
pub fn refusals(api: &Api, texts: &Texts) {
    let Some(b) = open(api) else { return };
    let b = &*b;
    let written = &[true, false, false, true][..];
    let broken = Source {
        text: texts.broken,
        entry: "saxpy",
        written,
        fast: false,
    };
    match b.compile(&broken) {
        Err(Error::Compile { log, kernel, .. }) => {
            assert_eq!(kernel, "saxpy");
            assert!(log.contains("no_such_name"), "the compiler's words are missing: {log}");
        }
        Err(e) => panic!("another error: {e}"),
        Ok(_) => panic!("a broken text compiled"),
    }
    let good = Source {
        text: texts.saxpy,
        entry: "saxpy",
        written,
        fast: false,
    };
    assert!(matches!(
        b.compile(&Source { entry: "other", ..good }),
        Err(Error::Compile { .. })
    ));
    assert!(matches!(
        b.compile(&Source { text: "\0", ..good }),
        Err(Error::Compile { .. })
    ));
    let program = b.compile(&good).expect("compile");
    let mem = memory(b, &words(&[0; 8]));
    let grid = Grid {
        groups: [1, 1, 1],
        work_group: 64,
    };
    assert!(b.launch(&program, &[&mem, &mem], grid).is_err(), "too few bindings");
    let wide = Grid {
        groups: [1, 1, 1],
        work_group: u32::MAX,
    };
    let others: Vec<Mem> = (0..4).map(|_| memory(b, &words(&[0; 8]))).collect();
    let all: Vec<&Mem> = others.iter().collect();
    assert!(
        b.launch(&program, &all, wide).is_err(),
        "a work-group beyond every limit"
    );
    assert!(b.alloc(1 << 50).is_err(), "a petabyte");
    b.launch(&program, &all, grid)
        .expect("a good launch after the refused ones");
    assert_eq!(contents(b, &mem, 32), vec![0; 32]);
}

/// Calls from several threads: no byte and no launch is lost. One memory in two slots that only read is fine.
pub fn threads(api: &Api, texts: &Texts) {
    let Some(b) = open(api) else { return };
    let b = &*b;
    let source = Source {
        text: texts.saxpy,
        entry: "saxpy",
        written: &[true, false, false, true],
        fast: false,
    };
    let program = &b.compile(&source).expect("compile");
    let shared = &memory(b, &[0; 64]);
    std::thread::scope(|s| {
        for t in 0..4u8 {
            s.spawn(move || {
                let fault = memory(b, &words(&[0; 8]));
                let params = memory(b, &words(&[64, 1.0f32.to_bits(), 64]));
                let (x, y) = (memory(b, &floats(&[f32::from(t); 64])), memory(b, &floats(&[0.5; 64])));
                let grid = Grid {
                    groups: [1, 1, 1],
                    work_group: 64,
                };
                for round in 0..16 {
                    b.launch(program, &[&fault, &params, &x, &y], grid).expect("launch");
                    b.write(shared, round * 4 + usize::from(t), &[t + 1]).expect("write");
                }
                assert_eq!(contents(b, &y, 256), floats(&[0.5 + 16.0 * f32::from(t); 64]));
            });
        }
    });
    assert_eq!(contents(b, shared, 64), [1, 2, 3, 4].repeat(16));
    let params = memory(b, &words(&[8, 0, 64]));
    let (fault, y) = (memory(b, &words(&[0; 8])), memory(b, &floats(&[3.0; 8])));
    // As floats the parameters are subnormal, times 0.
    b.launch(
        program,
        &[&fault, &params, &params, &y],
        Grid {
            groups: [1, 1, 1],
            work_group: 64,
        },
    )
    .expect("launch");
    assert_eq!(contents(b, &y, 12), floats(&[3.0; 3]));
}
