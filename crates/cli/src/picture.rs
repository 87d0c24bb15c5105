//! Pictures: `run mandelbrot --out m.png`, `run sobel --in photo.jpg --out edges.png`.

use hoist_kernels::case::Case;
use hoist_kernels::values::Values;
use image::{GrayImage, Rgb, RgbImage};
use std::path::Path;

/// A grey picture to filter.
#[derive(Clone)]
pub struct Grey {
    pub w: usize,
    pub h: usize,
    pub pixels: Vec<u8>,
}

/// Whether a kernel's answer is a picture.
pub fn possible(case: &Case) -> Result<(), String> {
    match case.name {
        "mandelbrot" | "julia" => Ok(()),
        _ if case.picture.is_some() => Ok(()),
        other => Err(format!(
            "`{other}` makes no picture; mandelbrot, julia, sobel and gaussian_blur do"
        )),
    }
}

/// Reads a PNG or JPEG for a kernel that filters one.
pub fn grey(case: &Case, file: &Path) -> Result<Grey, String> {
    if case.picture.is_none() {
        return Err(format!(
            "`{}` filters no picture; sobel and gaussian_blur do",
            case.name
        ));
    }
    let picture = image::open(file)
        .map_err(|e| format!("{}: {e}", file.display()))?
        .to_luma8();
    Ok(Grey {
        w: picture.width() as usize,
        h: picture.height() as usize,
        pixels: picture.into_raw(),
    })
}

/// Writes an answer, which is pixels or counts, as a PNG.
pub fn write(file: &Path, w: usize, h: usize, outputs: &[Values]) -> Result<(), String> {
    let side = |n: usize| u32::try_from(n).map_err(|_| "the picture is too large".to_string());
    let (width, height) = (side(w)?, side(h)?);
    let saved = match outputs.first() {
        Some(Values::U8(pixels)) => GrayImage::from_raw(width, height, pixels.clone()).map(|p| p.save(file)),
        Some(Values::U32(counts)) => {
            let colour = |x: u32, y: u32| colour(counts[y as usize * w + x as usize]);
            Some(RgbImage::from_fn(width, height, colour).save(file))
        }
        _ => None,
    };
    let saved = saved.ok_or("the answer is no picture of that size")?;
    saved.map_err(|e| format!("{}: {e}", file.display()))
}

/// Where a colour lies between 0 and 1, dark blue by way of white and amber to nearly black.
const COLOURS: [(f32, [f32; 3]); 7] = [
    (0.0, [4.0, 8.0, 48.0]),
    (0.22, [14.0, 60.0, 150.0]),
    (0.40, [60.0, 150.0, 220.0]),
    (0.55, [240.0, 250.0, 245.0]),
    (0.70, [255.0, 180.0, 40.0]),
    (0.86, [150.0, 40.0, 20.0]),
    (1.0, [30.0, 5.0, 30.0]),
];

/// Black inside; outside by the count's logarithm, because most pixels leave early.
fn colour(n: u32) -> Rgb<u8> {
    if n >= 256 {
        return Rgb([0, 0, 0]);
    }
    let t = (n as f32 + 1.0).ln() / 257f32.ln();
    let next = COLOURS.iter().position(|(at, _)| *at >= t).unwrap_or(6).max(1);
    let ((a, from), (b, to)) = (COLOURS[next - 1], COLOURS[next]);
    let part = (t - a) / (b - a);
    Rgb([0, 1, 2].map(|k| (from[k] + (to[k] - from[k]) * part) as u8))
}
