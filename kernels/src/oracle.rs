//! What a case's answers must be at one size and seed, and devices held against it.
//!
//! The plain call is held against the naive `f64` reference first, so that a wrong kernel is seen, and not only a wrong
//! device. A device is then compared by the kernel's class: with the plain call's bits; or with the bits of every
//! strict device, for which `cpu:scalar` stands, and with the reference; or with the reference alone.

use std::cell::OnceCell;
use std::time::{Duration, Instant};

use hoist::{Device, DeviceInfo, Error, Strictness};

use crate::case::{Call, Case, Class, On, Wanted};
use crate::compare::{Close, bits, within};
use crate::inputs::{Inputs, Variant};
use crate::limits;
use crate::slice::{Layout, Role};
use crate::values::Values;

/// How arguments reach a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As slices of the host.
    Slices,
    /// As parts of the device's buffers.
    Buffers,
}

/// What became of a device's run.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The answer will do.
    Passed(Close),
    /// It will not, or there is none.
    Failed(String),
    /// The device can't do this, and says why.
    Unsupported(String),
}

/// A device's run.
pub struct Held {
    /// What became of it.
    pub verdict: Verdict,
    /// The call alone.
    pub wall: Duration,
    /// The answer, where there is one.
    pub outputs: Vec<Values>,
}

type Start = Box<dyn Fn(Layout) -> Box<dyn Call>>;

/// A case at one size, seed and variant.
pub struct Oracle {
    /// The case.
    pub case: Case,
    /// Its size.
    pub size: usize,
    /// Items of its work.
    pub items: usize,
    variant: Variant,
    start: Start,
    plain: Vec<Values>,
    wanted: Vec<Vec<Wanted>>,
    strict: OnceCell<Result<Vec<Values>, String>>,
}

impl Oracle {
    /// Computes what the answers must be.
    ///
    /// # Errors
    /// The size is more than this machine can hold, or the plain call is not what the reference says.
    pub fn new(case: Case, size: usize, seed: u64, variant: Variant) -> Result<Self, String> {
        limits::fits(&case, size)?;
        let start = move |layout| (case.start)(&mut Inputs::new(size, seed, variant, layout));
        Self::over(case, size, (case.work.items)(size), variant, Box::new(start))
    }

    /// The same over a picture of `w` times `h` grey pixels.
    ///
    /// # Errors
    /// As [`Oracle::new`]; and where the kernel filters no pictures.
    pub fn over_picture(case: Case, w: usize, h: usize, pixels: Vec<u8>) -> Result<Self, String> {
        let on = case
            .picture
            .ok_or_else(|| format!("`{}` filters no picture; sobel and gaussian_blur do", case.name))?;
        let start = move |layout| on(w, h, &pixels, &mut Inputs::new(w, 0, Variant::Ordinary, layout));
        Self::over(case, w.max(h), w * h, Variant::Ordinary, Box::new(start))
    }

    fn over(case: Case, size: usize, items: usize, variant: Variant, start: Start) -> Result<Self, String> {
        let mut call = start(Layout::Odd);
        let wanted = call.reference();
        let wrong = |what: String| format!("the plain call of {}, size {size}: {what}", case.name);
        let returned = call.call(On::Plain).map_err(|e| wrong(e.to_string()))?;
        let plain = outputs(&mut *call, returned).map_err(wrong)?;
        let oracle = Oracle {
            case,
            size,
            items,
            variant,
            start,
            plain,
            wanted,
            strict: OnceCell::new(),
        };
        within((case.plain)(size), &oracle.wanted, oracle.beyond(), &oracle.plain).map_err(wrong)?;
        Ok(oracle)
    }

    /// The plain call's answer.
    pub fn plain(&self) -> &[Values] {
        &self.plain
    }

    /// Runs the case on a device and compares.
    pub fn hold(&self, device: &Device, form: Form, layout: Layout) -> Held {
        let mut held = Held {
            verdict: Verdict::Failed(String::new()),
            wall: Duration::ZERO,
            outputs: vec![],
        };
        held.verdict = match self.run(device, form, layout, &mut held.wall) {
            Err(verdict) => verdict,
            Ok(outputs) => {
                let verdict = self.judge(device.info(), &outputs);
                held.outputs = outputs;
                verdict
            }
        };
        held
    }

    /// Only runs it: an answer, with its fences intact.
    fn run(&self, device: &Device, form: Form, layout: Layout, wall: &mut Duration) -> Result<Vec<Values>, Verdict> {
        let info = device.info();
        if self.variant == Variant::Special
            && let Strictness::Relaxed(what) = &info.strict
            && ["NaN", "subnormal", "probe"].iter().any(|w| what.contains(w))
        {
            let what = format!("NaN, infinities and subnormals as inputs do not count on a device that is {what}");
            return Err(Verdict::Unsupported(what));
        }
        limits::fits_device(&self.case, self.size, info).map_err(Verdict::Unsupported)?;
        let mut call = (self.start)(layout);
        let on = match form {
            Form::Slices => On::Slices(device),
            Form::Buffers => On::Buffers(device),
        };
        let refused = |e: Error| match e {
            Error::Unsupported { .. } => Verdict::Unsupported(e.to_string()),
            e => Verdict::Failed(e.to_string()),
        };
        if form == Form::Buffers {
            let mut slices = call.slices();
            slices
                .iter_mut()
                .try_for_each(|s| s.to_device(device))
                .map_err(refused)?;
        }
        let began = Instant::now();
        let returned = call.call(on);
        *wall = began.elapsed();
        let returned = returned.map_err(refused)?;
        let mut slices = call.slices();
        slices.iter_mut().try_for_each(|s| s.to_host()).map_err(refused)?;
        outputs(&mut *call, returned).map_err(Verdict::Failed)
    }

    /// An answer against what it must be.
    pub fn judge(&self, info: &DeviceInfo, got: &[Values]) -> Verdict {
        let tolerance = self.case.class.tolerance(self.size);
        let near = || within(tolerance, &self.wanted, self.beyond(), got);
        let close = match self.case.class {
            _ if rounds_its_own_way(info) => near(),
            Class::Exact { .. } => bits(&self.plain, got),
            Class::Fast { .. } => near(),
            Class::Shaped { .. } | Class::Scanned | Class::Math { .. } => near().and_then(|close| {
                let strict = self.strict()?;
                bits(strict, got).map_err(|e| format!("not the bits of cpu:scalar: {e}"))?;
                Ok(close)
            }),
        };
        match close {
            Ok(close) => Verdict::Passed(close),
            Err(e) => Verdict::Failed(e),
        }
    }

    /// What every strict device answers.
    fn strict(&self) -> Result<&[Values], String> {
        let strict = self.strict.get_or_init(|| {
            let scalar = Device::open("cpu:scalar").map_err(|e| e.to_string())?;
            let mut wall = Duration::ZERO;
            let run = self.run(&scalar, Form::Slices, Layout::Aligned, &mut wall);
            run.map_err(|verdict| format!("cpu:scalar: {verdict:?}"))
        });
        strict.as_deref().map_err(Clone::clone)
    }

    /// With special inputs the plain call may leave the range of `f32`.
    fn beyond(&self) -> Option<&[Values]> {
        (self.variant == Variant::Special).then_some(&self.plain)
    }
}

/// Whether a relaxed device may differ on ordinary numbers too: it names contraction, a multiply-add that rounds twice,
/// division, square root or rounding.
fn rounds_its_own_way(info: &DeviceInfo) -> bool {
    let Strictness::Relaxed(what) = &info.strict else {
        return false;
    };
    ["contract", "fused", "division", "square root", "round"]
        .iter()
        .any(|w| what.contains(w))
}

/// What a call wrote and returned; an error where it wrote elsewhere.
fn outputs(call: &mut dyn Call, returned: Option<Values>) -> Result<Vec<Values>, String> {
    let mut all = vec![];
    for (n, slice) in call.slices().into_iter().enumerate() {
        slice.intact().map_err(|e| format!("argument {n}: {e}"))?;
        if slice.role() != Role::Read {
            all.push(slice.values());
        }
    }
    all.extend(returned);
    Ok(all)
}
