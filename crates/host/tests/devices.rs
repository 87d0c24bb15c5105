//! Buffers, bindings and runs on the CPU's modes; buffers on a backend that only holds bytes.

mod common;

use common::{DOT, Dot, SAXPY, Saxpy, dot_shaped};
use hoist_host::{Args, Buffer, Device, Error, Queue, SliceArg, SliceArgMut};

const NAMES: &[&str] = &[
    "cpu",
    "cpu:scalar",
    "cpu:simd",
    "cpu:simd=wide",
    "cpu:threads",
    "cpu:threads=2",
];

fn saxpy(d: &Device, n: usize, a: f32, x: impl SliceArg<f32>, y: impl SliceArgMut<f32>) -> Result<(), Error> {
    let mut args = Args::new(d);
    let x = args.slice("x", x)?;
    let y = args.slice_mut("y", y)?;
    args.run(&SAXPY, Saxpy { a, n, x, y, fact: None })
}

fn dot(d: &Device, x: impl SliceArg<f32>, y: impl SliceArg<f32>) -> Result<f32, Error> {
    let mut args = Args::new(d);
    let x = args.slice("x", x)?;
    let y = args.slice("y", y)?;
    args.run(&DOT, Dot { x, y })
}

/// Sizes; the first three of them where an interpreter runs this.
fn few(all: &[usize]) -> &[usize] {
    if cfg!(miri) { &all[..3] } else { all }
}

fn data(n: usize) -> (Vec<f32>, Vec<f32>) {
    (
        (0..n).map(|i| (i as f32 * 0.37).sin()).collect(),
        (0..n).map(|i| (i as f32 * 0.11).cos()).collect(),
    )
}

#[test]
fn saxpy_on_every_device() {
    for name in NAMES {
        let d = Device::open(name).unwrap();
        for &n in few(&[0, 1, 65, 63, 64, 1000, 20_000]) {
            let (x, mut y) = data(n);
            let want: Vec<f32> = x.iter().zip(&y).map(|(x, y)| 2.5 * x + y).collect();
            let (dx, mut dy) = (d.upload(&x).unwrap(), d.upload(&y).unwrap());
            saxpy(&d, n, 2.5, &x, &mut y).unwrap();
            assert!(y == want, "{name} n = {n}");
            saxpy(&d, n, 2.5, &dx, &mut dy).unwrap();
            assert!(dy.download().unwrap() == want, "{name} buffers n = {n}");
        }
    }
}

#[test]
fn dot_has_one_answer() {
    for &n in few(&[0, 1, 65, 4096, 4097, 9000, 30_001]) {
        let (x, y) = data(n);
        let want = dot_shaped(&x, &y);
        for name in NAMES {
            let d = Device::open(name).unwrap();
            let got = dot(&d, &x, &y).unwrap();
            assert_eq!(got.to_bits(), want.to_bits(), "{name} n = {n}: {got} {want}");
            let b = d.upload(&x).unwrap();
            assert_eq!(
                dot(&d, &b, &b).unwrap().to_bits(),
                dot_shaped(&x, &x).to_bits(),
                "{name} aliased n = {n}"
            );
        }
    }
}

#[test]
fn halves_of_one_buffer() {
    for name in NAMES {
        let d = Device::open(name).unwrap();
        let mut b = d.upload(&[1.0f32, 2.0, 3.0, 10.0, 20.0, 30.0]).unwrap();
        let (x, y) = b.split_at_mut(3);
        saxpy(&d, 3, 2.0, &x, y).unwrap();
        assert_eq!(b.download().unwrap(), [1.0, 2.0, 3.0, 12.0, 24.0, 36.0], "{name}");
    }
}

#[test]
fn a_fault_names_its_place_and_leaves_host_slices() {
    for name in NAMES {
        let d = Device::open(name).unwrap();
        let (x, mut y) = (vec![1.0f32; 100], vec![1.0f32; 120]);
        let Err(Error::Fault(f)) = saxpy(&d, 120, 2.0, &x, &mut y) else {
            panic!("{name}: no fault")
        };
        assert_eq!((f.text, f.line, f.index, f.len), ("x", 11, 100, 100), "{name}: {f}");
        saxpy(&d, 100, 2.0, &x, &mut y).unwrap();
    }
}

#[test]
fn kinds_of_arguments() {
    let d = Device::open("cpu").unwrap();
    let x = [1.0f32; 4];
    let mut y = [1.0f32; 4];
    saxpy(&d, 4, 1.0, &x, &mut y).unwrap();
    let mut v = vec![0f32; 6];
    saxpy(&d, 4, 1.0, &x[..], &mut v[1..5]).unwrap();
    let mut s: &mut [f32] = &mut v;
    saxpy(&d, 4, 1.0, &x, &mut s).unwrap();
    let b = d.upload(&x).unwrap();
    saxpy(&d, 2, 1.0, b.slice(1..3), &mut v).unwrap();
    assert_eq!(v, [2.0, 3.0, 2.0, 2.0, 1.0, 0.0]);
}

#[test]
fn buffers() {
    let cpus = NAMES.iter().map(|n| Device::open(n).unwrap());
    for d in cpus.chain([common::fake::fake()]) {
        let name = d.name().to_string();
        let mut b = d.upload(&[1u8, 2, 3, 4, 5]).unwrap();
        b.slice_mut(1..3).fill(9).unwrap();
        b.slice_mut(4..).upload_from(&[7]).unwrap();
        let mut c: Buffer<u8> = d.zeros(5).unwrap();
        c.copy_from(&b).unwrap();
        c.slice_mut(..2).copy_from(b.slice(3..)).unwrap();
        assert_eq!(c.download().unwrap(), [4, 7, 9, 4, 7], "{name}");
        assert!(matches!(
            c.copy_from(b.slice(1..)),
            Err(Error::LengthMismatch { to: 5, from: 4 })
        ));
        assert_eq!(d.upload(&[true, false]).unwrap().download().unwrap(), [true, false]);
        assert!(d.zeros::<f64>(0).unwrap().download().unwrap().is_empty());
    }
}

#[test]
fn names() {
    let e = Device::open("abacus").unwrap_err().to_string();
    assert!(e.contains("abacus") && e.contains("cpu:simd"), "{e}");
    for bad in [
        "cpu:simd=mmx",
        "cpu:threads=0",
        "cpu:threads=x",
        "cpu:",
        "check:x",
        "wgpux",
        "",
    ] {
        assert!(matches!(Device::open(bad), Err(Error::UnknownDevice { .. })), "{bad}");
    }
    for off in ["wgpu", "opencl:0", "cuda"] {
        if let Err(e) = Device::open(off) {
            assert!(matches!(e, Error::Missing { .. }), "{off}: {e}");
        }
    }
    assert!(Device::all().iter().any(|d| d.id == "cpu"));
}

#[test]
fn a_buffer_of_another_device() {
    let (cpu, other) = (Device::open("cpu").unwrap(), common::fake::fake());
    let (x, mut y) = (cpu.upload(&[1.0f32]).unwrap(), [1.0f32]);
    let e = saxpy(&other, 1, 1.0, &x, &mut y).unwrap_err();
    assert!(matches!(e, Error::WrongDevice { .. }), "{e}");
    saxpy(&Device::open("cpu:scalar").unwrap(), 1, 1.0, &x, &mut y).unwrap();
}

#[test]
fn a_kernel_that_does_not_run_leaves_host_slices() {
    let (x, mut y) = ([1.0f32; 4], [5.0f32; 4]);
    assert!(saxpy(&common::fake::fake(), 4, 1.0, &x, &mut y).is_err());
    assert_eq!(y, [5.0; 4]);
}

#[test]
fn queues_and_events() {
    for name in ["cpu", "cpu:scalar"] {
        let d = Device::open(name).unwrap();
        let (q1, q2) = (Queue::new(&d).unwrap(), Queue::new(&d).unwrap());
        let x = d.upload(&[1.0f32; 500]).unwrap();
        let mut y = d.zeros::<f32>(500).unwrap();
        let mut last = None;
        for i in 0..10 {
            let q = if i % 2 == 0 { &q1 } else { &q2 };
            let mut args = q.args();
            let (hx, hy) = (args.buffer("x", &x).unwrap(), args.buffer_mut("y", &mut y).unwrap());
            last = Some(
                args.launch(
                    &SAXPY,
                    Saxpy {
                        a: 1.0,
                        n: 500,
                        x: hx,
                        y: hy,
                        fact: None,
                    },
                )
                .unwrap(),
            );
        }
        drop(x);
        assert_eq!(y.download().unwrap(), [10.0; 500], "{name}");
        let event = last.unwrap();
        while !event.is_done() {
            std::thread::yield_now();
        }
        assert!(event.elapsed().is_some());
        event.wait().unwrap();
    }
}

#[test]
fn serial_when_a_fact_fails() {
    for name in NAMES {
        let d = Device::open(name).unwrap();
        let run = |d: &Device| {
            let (x, mut y) = (vec![1.0f32; 100], vec![1.0f32; 100]);
            let mut args = Args::new(d);
            let hx = args.slice("x", &x).unwrap();
            let hy = args.slice_mut("y", &mut y).unwrap();
            let r = args.run(
                &SAXPY,
                Saxpy {
                    a: 1.0,
                    n: 100,
                    x: hx,
                    y: hy,
                    fact: Some("c < w"),
                },
            );
            r.map(|()| y)
        };
        assert_eq!(run(&d).unwrap(), [2.0; 100], "{name}");
        let e = run(&d.strict()).unwrap_err().to_string();
        assert!(e.contains("c < w"), "{name}: {e}");
    }
}
