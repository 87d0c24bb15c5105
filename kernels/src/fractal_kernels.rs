//! Fractals: a `while` with a `break` in it, different in each lane.

use hoist::prelude::*;

/// Iterations until `z^2 + c` leaves the disc of radius 2, for `c` over the usual window.
#[kernel]
pub fn mandelbrot(w: usize, h: usize, limit: u32, out: &mut [u32]) {
    for (y, x) in par((0..h, 0..w)) {
        let cx = x as f32 / w as f32 * 3.0 - 2.25;
        let cy = y as f32 / h as f32 * 2.5 - 1.25;
        let mut a = 0.0;
        let mut b = 0.0;
        let mut n = 0;
        while n < limit {
            let a2 = a * a;
            let b2 = b * b;
            if a2 + b2 > 4.0 {
                break;
            }
            b = 2.0 * a * b + cy;
            a = a2 - b2 + cx;
            n += 1;
        }
        out[y * w + x] = n;
    }
}

/// The same for one `c` and all starting points.
#[kernel]
pub fn julia(w: usize, h: usize, limit: u32, cx: f32, cy: f32, out: &mut [u32]) {
    for (y, x) in par((0..h, 0..w)) {
        let mut a = x as f32 / w as f32 * 3.0 - 1.5;
        let mut b = y as f32 / h as f32 * 3.0 - 1.5;
        let mut n = 0;
        while n < limit && a * a + b * b <= 4.0 {
            let t = a * a - b * b + cx;
            b = 2.0 * a * b + cy;
            a = t;
            n += 1;
        }
        out[y * w + x] = n;
    }
}
