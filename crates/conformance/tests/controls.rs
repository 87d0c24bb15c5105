//! Negative controls: what is wrong on purpose is caught, by each comparison.

use std::sync::Arc;

use hoist::{Device, Strictness, Target};
use hoist_backend::backend::{Backend, DeviceInfo, Grid, LaunchTimes, Mem, Prog, Source};
use hoist_backend::{Error, Result};
use hoist_conformance::conform::{Cells, conform};
use hoist_conformance::cuda_on_host::{self, Arithmetic};
use hoist_conformance::required;
use hoist_kernels::case::{self, Call, Case, Class, On, Tolerance, Wanted};
use hoist_kernels::inputs::{Inputs, Variant};
use hoist_kernels::oracle::{Form, Oracle, Verdict};
use hoist_kernels::slice::{AnySlice, FENCE, Layout, Slice};
use hoist_kernels::values::Values;

fn case(name: &str) -> Case {
    case::all()
        .into_iter()
        .find(|c| c.name == name)
        .expect("there is this kernel")
}

/// CUDA text on the host, or nothing where there is no compiler.
fn on_host(arithmetic: Arithmetic) -> Option<Arc<dyn Backend>> {
    match cuda_on_host::backend(arithmetic) {
        Ok(backend) => Some(backend),
        Err(e) => {
            assert!(!required("cuda-on-host"), "{e}");
            println!("skipped (1 test): {e}");
            None
        }
    }
}

#[derive(Clone, Copy)]
enum Fault {
    None,
    /// A bit of the element in the middle of what is read back is another, one that a sum of partials keeps.
    Flip,
    /// Launches do nothing.
    Idle,
    /// A launch writes in front of the slices.
    Front,
    /// A launch writes behind the slices.
    Behind,
    /// A launch writes into what it only reads.
    Input,
}

/// A device with a fault.
struct Broken {
    inner: Arc<dyn Backend>,
    fault: Fault,
    info: DeviceInfo,
}

impl Broken {
    fn device(inner: Arc<dyn Backend>, fault: Fault) -> Device {
        let info = inner.info().clone();
        Device::with_backend(Arc::new(Broken { inner, fault, info }))
    }
}

impl Backend for Broken {
    fn info(&self) -> &DeviceInfo {
        &self.info
    }
    fn target(&self) -> Target {
        self.inner.target()
    }
    fn alloc(&self, bytes: usize) -> Result<Mem> {
        self.inner.alloc(bytes)
    }
    fn write(&self, to: &Mem, offset: usize, data: &[u8]) -> Result<()> {
        self.inner.write(to, offset, data)
    }
    fn read(&self, from: &Mem, offset: usize, out: &mut [u8]) -> Result<()> {
        self.inner.read(from, offset, out)?;
        // Fault words and the like are short.
        if let (Fault::Flip, true) = (self.fault, out.len() > 100) {
            let middle = out.len() / 8 * 4;
            out[middle] ^= 0x80;
        }
        Ok(())
    }
    fn copy(&self, from: &Mem, from_offset: usize, to: &Mem, to_offset: usize, bytes: usize) -> Result<()> {
        self.inner.copy(from, from_offset, to, to_offset, bytes)
    }
    fn compile(&self, source: &Source<'_>) -> Result<Prog> {
        self.inner.compile(source)
    }
    fn launch(&self, program: &Prog, bindings: &[&Mem], grid: Grid) -> Result<LaunchTimes> {
        if matches!(self.fault, Fault::Idle) {
            return Ok(LaunchTimes::default());
        }
        let times = self.inner.launch(program, bindings, grid)?;
        // Slot 2, behind the fault words and the parameters, is the first slice in the order of the names.
        let slice = bindings[2];
        let at = match self.fault {
            Fault::Front => 0,
            Fault::Behind => slice.bytes() - 4,
            Fault::Input => slice.bytes() / 8 * 4,
            _ => return Ok(times),
        };
        self.inner.write(slice, at, &[0x5a])?;
        Ok(times)
    }
    fn synchronize(&self) -> Result<()> {
        self.inner.synchronize()
    }
}

#[test]
fn a_wrong_device_is_caught() {
    let Some(inner) = on_host(Arithmetic::Strict) else {
        return;
    };
    let held = |name, fault| {
        let device = Broken::device(inner.clone(), fault);
        conform(&case(name), &device, 501, 4, Variant::Ordinary)
    };
    for name in ["triad", "sum", "black_scholes", "sobel"] {
        assert_eq!(
            held(name, Fault::None),
            Ok(Cells {
                passed: 2,
                unsupported: 0,
                failed: 0
            })
        );
        let caught = |fault| held(name, fault).expect_err(name);
        assert!(caught(Fault::Flip).contains("instead of"), "{name}");
        assert!(caught(Fault::Idle).contains("instead of"), "{name}");
        // Host slices are copied: only the parts of buffers have something around them on the device.
        for fault in [Fault::Front, Fault::Behind] {
            let oracle = Oracle::new(case(name), 501, 4, Variant::Ordinary).unwrap();
            let device = Broken::device(inner.clone(), fault);
            match oracle.hold(&device, Form::Buffers, Layout::Odd).verdict {
                Verdict::Failed(e) => assert!(e.contains("outside a slice"), "{name}: {e}"),
                other => panic!("{name}: {other:?}"),
            }
        }
    }
    let e = held("sum", Fault::Input).unwrap_err();
    assert!(e.contains("only read"), "{e}");
}

#[test]
fn contraction_is_caught_on_a_device_that_calls_itself_strict() {
    let Some(backend) = on_host(Arithmetic::ContractedInSecret) else {
        return;
    };
    let device = Device::with_backend(backend);
    for name in ["saxpy", "triad", "matmul", "nbody"] {
        let e = conform(&case(name), &device, 65, 4, Variant::Ordinary).expect_err(name);
        assert!(e.contains("instead of"), "{e}");
    }
    // Rounds no product.
    conform(&case("gaussian_blur"), &device, 65, 4, Variant::Ordinary).unwrap();
}

#[test]
fn contraction_passes_on_a_device_that_says_so() {
    let Some(backend) = on_host(Arithmetic::Contracted) else {
        return;
    };
    let device = Device::with_backend(backend);
    let mut differ = 0;
    for case in case::all() {
        let oracle = Oracle::new(case, 65, 4, Variant::Ordinary).unwrap();
        let held = oracle.hold(&device, Form::Slices, Layout::Odd);
        assert!(
            matches!(held.verdict, Verdict::Passed(_)),
            "{}: {:?}",
            case.name,
            held.verdict
        );
        differ += usize::from(hoist_kernels::compare::bits(oracle.plain(), &held.outputs).is_err());
    }
    assert!(differ >= 4, "{differ}");
    // NaN and subnormals are as anywhere, so that its special inputs count.
    let special = conform(&case("saxpy"), &device, 65, 4, Variant::Special);
    assert_eq!(
        special,
        Ok(Cells {
            passed: 2,
            unsupported: 0,
            failed: 0
        })
    );
}

/// What a device's own words mean for the comparison.
#[test]
fn only_what_touches_ordinary_numbers_relaxes_the_comparison() {
    let oracle = Oracle::new(case("saxpy"), 33, 4, Variant::Ordinary).unwrap();
    let mut off = oracle.plain().to_vec();
    if let Values::F32(y) = &mut off[0] {
        y[7] = y[7].next_up();
    }
    let judged = |strict| {
        let info = DeviceInfo {
            strict,
            ..Device::open("check").unwrap().info().clone()
        };
        matches!(oracle.judge(&info, &off), Verdict::Passed(_))
    };
    assert!(!judged(Strictness::Strict));
    assert!(!judged(Strictness::Relaxed("subnormals, NaN and infinities".into())));
    for what in ["contraction", "division", "square root", "rounding"] {
        assert!(judged(Strictness::Relaxed(format!("subnormals, {what}"))), "{what}");
    }
}

/// A kernel that computes something else than its reference: here the reference is moved.
struct Wrong(Box<dyn Call>);
impl Call for Wrong {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        self.0.call(on)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        self.0.slices()
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let mut all = self.0.reference();
        // By a hundredth of a float, a pixel's value by 1.
        for w in all.iter_mut().flatten().step_by(7) {
            w.value += if w.scale > 2.0 {
                (0.01 * w.scale).max(1.0)
            } else {
                0.01 * w.scale
            };
        }
        all
    }
}

#[test]
fn a_wrong_kernel_is_caught_before_any_device_runs() {
    let wrong: [(&str, fn(&mut Inputs) -> Box<dyn Call>); 6] = [
        ("saxpy", |g| Box::new(Wrong((case("saxpy").start)(g)))),
        ("sum", |g| Box::new(Wrong((case("sum").start)(g)))),
        ("black_scholes", |g| Box::new(Wrong((case("black_scholes").start)(g)))),
        ("mandelbrot", |g| Box::new(Wrong((case("mandelbrot").start)(g)))),
        ("gaussian_blur", |g| Box::new(Wrong((case("gaussian_blur").start)(g)))),
        ("monte_carlo_pi", |g| Box::new(Wrong((case("monte_carlo_pi").start)(g)))),
    ];
    for (name, start) in wrong {
        let broken = Case { start, ..case(name) };
        let e = Oracle::new(broken, 1000, 4, Variant::Ordinary).err().expect(name);
        assert!(e.contains("the plain call of"), "{e}");
    }
}

#[test]
fn a_tolerance_that_is_too_tight_is_caught() {
    let tight = Case {
        plain: |_| Tolerance::Ulp(0.2),
        ..case("saxpy")
    };
    assert!(Oracle::new(tight, 1000, 4, Variant::Ordinary).is_err());
    let tight = Case {
        class: Class::Math { ulp: 0.01 },
        ..case("black_scholes")
    };
    let e = conform(&tight, &Device::open("cpu").unwrap(), 1000, 4, Variant::Ordinary).unwrap_err();
    assert!(e.contains("ulp apart"), "{e}");
    // A reduction within its bound that has another shape: the plain running sum.
    let oracle = Oracle::new(case("sum"), 10_000, 4, Variant::Ordinary).unwrap();
    let info = Device::open("cpu").unwrap().info().clone();
    match oracle.judge(&info, oracle.plain()) {
        Verdict::Failed(e) => assert!(e.contains("not the bits of cpu:scalar"), "{e}"),
        other => panic!("{other:?}"),
    }
    // And one of that shape that is too far away.
    let far = Case {
        class: Class::Shaped {
            terms: |_| 1,
            rounded: -69.9999,
        },
        ..case("sum")
    };
    let e = conform(&far, &Device::open("cpu").unwrap(), 10_000, 4, Variant::Ordinary).unwrap_err();
    assert!(e.contains("ulp apart"), "{e}");
}

/// A call on the host that writes beside its slice.
struct Overrun {
    y: Slice<f32>,
    at: fn(usize) -> usize,
}
impl Call for Overrun {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let len = self.y.host().len();
        self.y.host_mut().fill(1.0);
        if !matches!(on, On::Plain) {
            let at = (self.at)(len);
            self.y.whole_mut()[at] = 1.0;
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.y]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        vec![vec![Wanted::plain(1.0); self.y.host().len()]]
    }
}

#[test]
fn a_write_beside_a_host_slice_is_caught() {
    fn overrun(g: &mut Inputs, at: fn(usize) -> usize) -> Box<dyn Call> {
        let y = g.written(g.size);
        Box::new(Overrun { y, at })
    }
    let run = |start: fn(&mut Inputs) -> Box<dyn Call>| {
        let oracle = Oracle::new(Case { start, ..case("saxpy") }, 100, 4, Variant::Ordinary).unwrap();
        match oracle
            .hold(&Device::open("cpu").unwrap(), Form::Slices, Layout::Odd)
            .verdict
        {
            Verdict::Failed(e) => e,
            other => format!("{other:?}"),
        }
    };
    let e = run(|g| overrun(g, |_| FENCE - 1));
    assert!(e.contains("element -1 was written"), "{e}");
    let e = run(|g| overrun(g, |len| FENCE + len));
    assert!(e.contains("element 100 was written"), "{e}");
    let inside = run(|g| overrun(g, |_| FENCE));
    assert!(inside.contains("Passed"), "{inside}");
}
