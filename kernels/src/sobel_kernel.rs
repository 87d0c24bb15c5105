//! `sobel`: edges of 8-bit pixels, in integers and one square root.

use crate::case::{Call, Case, Class, On, Tolerance, Wanted, Work, square};
use crate::inputs::Inputs;
use crate::slice::{AnySlice, Slice};
use crate::values::Values;
use hoist::prelude::*;

/// Sobel's edge strength of a grey image; the edge repeats outwards.
#[kernel]
pub fn sobel(w: usize, h: usize, src: &[u8], out: &mut [u8]) {
    for (y, x) in par((0..h, 0..w)) {
        let up = y.saturating_sub(1) * w;
        let mid = y * w;
        let down = (y + 1).min(h - 1) * w;
        let left = x.saturating_sub(1);
        let right = (x + 1).min(w - 1);
        let (a, b, c) = (src[up + left] as i32, src[up + x] as i32, src[up + right] as i32);
        let (d, f) = (src[mid + left] as i32, src[mid + right] as i32);
        let (g, i, j) = (src[down + left] as i32, src[down + x] as i32, src[down + right] as i32);
        let dx = c + 2 * f + j - a - 2 * d - g;
        let dy = g + 2 * i + j - a - 2 * b - c;
        let strength = ((dx * dx + dy * dy) as f32).sqrt();
        out[mid + x] = strength.min(255.0) as u8;
    }
}

pub(crate) const CASE: Case = Case {
    name: "sobel",
    // A root that is a little low falls below a whole number.
    class: Class::Exact {
        relaxed: |_| Tolerance::Ulp(1.0),
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
    explain: sobel::explain,
    source: sobel::source,
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
            On::Plain => sobel(*w, *h, src.host(), out.host_mut()),
            On::Slices(d) => sobel::run(d, *w, *h, src.host(), out.host_mut())?,
            On::Buffers(d) => sobel::run(d, *w, *h, src.part(), out.part_mut())?,
        }
        Ok(None)
    }
    fn slices(&mut self) -> Vec<&mut dyn AnySlice> {
        vec![&mut self.src, &mut self.out]
    }
    fn reference(&self) -> Vec<Vec<Wanted>> {
        let (w, h, src) = (self.w as i64, self.h as i64, self.src.host());
        let pixel = |i: i64| {
            let at = |down: i64, right: i64| {
                let (y, x) = ((i / w + down).clamp(0, h - 1), (i % w + right).clamp(0, w - 1));
                f64::from(src[(y * w + x) as usize])
            };
            let weights = [(-1, 1.0), (0, 2.0), (1, 1.0)];
            let across: f64 = weights.iter().map(|&(k, f)| f * (at(k, 1) - at(k, -1))).sum();
            let along: f64 = weights.iter().map(|&(k, f)| f * (at(1, k) - at(-1, k))).sum();
            Wanted::plain(across.hypot(along).floor().min(255.0))
        };
        vec![(0..w * h).map(pixel).collect()]
    }
}
