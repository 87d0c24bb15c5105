//! Pictures: `run mandelbrot --out m.png`, `run sobel --in photo.jpg --out edges.png`.

use hoist::Device;
use hoist_kernels as kernels;
use image::{GrayImage, Rgb, RgbImage};
use std::path::PathBuf;

/// Runs one picture kernel.
pub fn run(
    name: &str,
    d: &Device,
    size: Option<usize>,
    input: Option<PathBuf>,
    out: Option<PathBuf>,
) -> Result<(), String> {
    let out = out.ok_or("--in needs --out FILE.png")?;
    let shown = |p: &PathBuf, e: image::ImageError| format!("{}: {e}", p.display());
    match name {
        "mandelbrot" | "julia" => {
            let n = size.unwrap_or(1024);
            let mut counts = vec![0u32; n * n];
            if name == "mandelbrot" {
                kernels::mandelbrot::run(d, n, n, 256, &mut counts)
            } else {
                kernels::julia::run(d, n, n, 256, -0.8, 0.156, &mut counts)
            }
            .map_err(|e| e.to_string())?;
            let side = u32::try_from(n).map_err(|_| "the picture is too large")?;
            let picture = RgbImage::from_fn(side, side, |x, y| colour(counts[y as usize * n + x as usize]));
            picture.save(&out).map_err(|e| shown(&out, e))?;
        }
        "sobel" | "gaussian_blur" => {
            let input = input.ok_or("this kernel filters a picture: give it one with --in FILE")?;
            let src = image::open(&input).map_err(|e| shown(&input, e))?.to_luma8();
            let (w, h) = (src.width() as usize, src.height() as usize);
            let mut dst = vec![0u8; w * h];
            if name == "sobel" {
                kernels::sobel::run(d, w, h, src.as_raw(), &mut dst)
            } else {
                kernels::gaussian_blur::run(d, w, h, src.as_raw(), &mut dst)
            }
            .map_err(|e| e.to_string())?;
            let picture = GrayImage::from_raw(src.width(), src.height(), dst).ok_or("the picture's size changed")?;
            picture.save(&out).map_err(|e| shown(&out, e))?;
        }
        other => {
            return Err(format!(
                "`{other}` makes no picture; mandelbrot, julia, sobel and gaussian_blur do"
            ));
        }
    }
    println!("wrote {}", out.display());
    Ok(())
}

/// Black inside, then blue over white to brown with the count.
fn colour(n: u32) -> Rgb<u8> {
    if n >= 256 {
        return Rgb([0, 0, 0]);
    }
    let t = (n as f32 / 64.0).min(1.0).sqrt();
    let c = |a: f32, b: f32| (255.0 * (0.5 + 0.5 * (std::f32::consts::TAU * (a * t + b)).cos())) as u8;
    Rgb([c(1.0, 0.5), c(0.9, 0.6), c(0.7, 0.75)])
}
