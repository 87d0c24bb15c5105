//! `gaussian_blur`: a filter of 8-bit pixels, in integers.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// 3x3 Gaussian blur of a grey image, row by row; the edge repeats outwards.
#[kernel]
pub fn gaussian_blur(w: usize, h: usize, src: &[u8], out: &mut [u8]) {
    for (y, x) in par((0..h, 0..w)) {
        let up = y.saturating_sub(1);
        let down = (y + 1).min(h - 1);
        let left = x.saturating_sub(1);
        let right = (x + 1).min(w - 1);
        let top = src[up * w + left] as u32 + 2 * src[up * w + x] as u32 + src[up * w + right] as u32;
        let mid = src[y * w + left] as u32 + 2 * src[y * w + x] as u32 + src[y * w + right] as u32;
        let low = src[down * w + left] as u32 + 2 * src[down * w + x] as u32 + src[down * w + right] as u32;
        out[y * w + x] = ((top + 2 * mid + low + 8) / 16) as u8;
    }
}

pub(crate) const CASE: Case = Case {
    name: "gaussian_blur",
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(0.0),
    },
    plain: |_| Tolerance::Ulp(0.0),
    unit: "pixels a side",
    size: 1024,
    special: true,
    stored: |n| 2 * n * n,
    work: Work {
        items: square,
        bytes: 2.0,
        flops: |_| 20.0,
    },
    start: |g| {
        let (n, photo) = (g.size, g.photo(g.size, g.size));
        Box::new(Arguments::new(n, n, &photo, g))
    },
    picture: Some(|w, h, pixels, g| Box::new(Arguments::new(w, h, pixels, g))),
    explain: gaussian_blur::explain,
    source: gaussian_blur::source,
};

struct Arguments {
    w: usize,
    h: usize,
    src: Slice<u8>,
    out: Slice<u8>,
}

impl Arguments {
    fn new(w: usize, h: usize, pixels: &[u8], g: &mut Inputs) -> Self {
        Arguments {
            w,
            h,
            src: g.read(pixels),
            out: g.written(pixels.len()),
        }
    }
}

impl Call for Arguments {
    fn call(&mut self, on: On) -> Result<Option<Values>, Error> {
        let Arguments { w, h, src, out } = self;
        match on {
            On::Plain => gaussian_blur(*w, *h, src.host(), out.host_mut()),
            On::Slices(d) => gaussian_blur::run(d, *w, *h, src.host(), out.host_mut())?,
            On::Buffers(d) => gaussian_blur::run(d, *w, *h, src.part(), out.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.src, &mut self.out]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let (w, h, src) = (self.w as i64, self.h as i64, self.src.host());
        let pixel = |i: i64| {
            let mut sum = 0.0;
            for (down, a) in [(-1, 0.25), (0, 0.5), (1, 0.25)] {
                for (right, b) in [(-1, 0.25), (0, 0.5), (1, 0.25)] {
                    let (y, x) = ((i / w + down).clamp(0, h - 1), (i % w + right).clamp(0, w - 1));
                    sum += a * b * f64::from(src[(y * w + x) as usize]);
                }
            }
            // Halves round up.
            Wanted::plain((sum + 0.5).floor())
        };
        vec![(0..w * h).map(pixel).collect()]
    }
}
