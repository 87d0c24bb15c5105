//! Filters over 8-bit grey images, row by row.

use hoist::prelude::*;

/// 3x3 Gaussian blur; the edge repeats outwards.
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

/// Sobel's edge strength; the edge repeats outwards.
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
