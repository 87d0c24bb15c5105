//! Functions of floats that std does not have, as device functions: kernels call them, and so may anybody.

use crate::device;

/// The error function, `2 / sqrt(pi)` times the integral of `exp(-t^2)` from 0 to `x`; within one unit in the last place on strict
/// devices. Below 1 it is a polynomial in `x^2`, above it `1 - exp(-x^2) r`, with `r` a polynomial in `(x - 2) / (x + 2)`.
///
/// ```
/// use hoist::math::erf_f32;
/// use hoist::prelude::*;
///
/// #[kernel]
/// fn normal(x: &[f32], y: &mut [f32]) {
///     for i in par(0..y.len()) {
///         y[i] = 0.5 + 0.5 * erf_f32(x[i] * std::f32::consts::FRAC_1_SQRT_2);
///     }
/// }
///
/// let mut y = [0.0; 3];
/// normal::run(&Device::open("cpu")?, &[-1.0, 0.0, 1.0], &mut y)?;
/// assert!((y[0] - 0.158_655_25).abs() < 1e-6 && y[1] == 0.5);
/// assert_eq!(erf_f32(f32::INFINITY), 1.0);
/// # Ok::<(), Error>(())
/// ```
#[device]
pub fn erf_f32(x: f32) -> f32 {
    let a = x.abs();
    if a < 1.0 {
        let z = x * x;
        let p = 7.919_902e-5f32;
        let p = p.mul_add(z, -0.000_803_065_4);
        let p = p.mul_add(z, 0.005_190_726);
        let p = p.mul_add(z, -0.026_855_124);
        let p = p.mul_add(z, 0.112_836_18);
        let p = p.mul_add(z, -0.376_126_3);
        let p = p.mul_add(z, 0.128_379_17);
        p.mul_add(x, x)
    } else {
        // The rest to 1 is below half a unit from here on.
        let a = if a > 4.0 { 4.0 } else { a };
        let z = a * a;
        let z_low = a.mul_add(a, -z);
        let t = (a - 2.0) / (a + 2.0);
        let p = -0.000_843_196f32;
        let p = p.mul_add(t, -0.000_868_024_25);
        let p = p.mul_add(t, 0.006_975_158);
        let p = p.mul_add(t, 0.003_738_169_8);
        let p = p.mul_add(t, -0.078_977_42);
        let p = p.mul_add(t, 0.241_657_88);
        let p = p.mul_add(t, -0.427_185_86);
        let p = p.mul_add(t, 0.255_395_68);
        let p = (-p).mul_add(z_low, p);
        let e = (-z).exp();
        (-e).mul_add(p, 1.0).copysign(x)
    }
}

/// The error function, as [`erf_f32`], within one unit in the last place.
///
/// ```
/// assert_eq!(hoist::math::erf_f64(0.5), 0.520_499_877_813_046_5);
/// ```
#[device]
pub fn erf_f64(x: f64) -> f64 {
    let a = x.abs();
    if a < 1.0 {
        let z = x * x;
        let p = 1.145_226_656_333_543_4e-10f64;
        let p = p.mul_add(z, -8.344_949_410_824_243e-10);
        let p = p.mul_add(z, 2.785_369_214_944_733e-9);
        let p = p.mul_add(z, -6.405_312_460_570_115e-9);
        let p = p.mul_add(z, 2.135_614_991_525_975e-8);
        let p = p.mul_add(z, -1.693_895_999_236_953_4e-7);
        let p = p.mul_add(z, 1.649_762_787_422_743_6e-6);
        let p = p.mul_add(z, -1.492_721_874_923_762_6e-5);
        let p = p.mul_add(z, 0.000_120_553_820_037_347_15);
        let p = p.mul_add(z, -0.000_854_832_808_585_663_8);
        let p = p.mul_add(z, 0.005_223_977_640_824_14);
        let p = p.mul_add(z, -0.026_866_170_646_530_25);
        let p = p.mul_add(z, 0.112_837_916_709_623_31);
        let p = p.mul_add(z, -0.376_126_389_031_839_26);
        let p = p.mul_add(z, 0.128_379_167_095_512_6);
        p.mul_add(x, x)
    } else {
        let a = if a > 6.0 { 6.0 } else { a };
        let z = a * a;
        let z_low = a.mul_add(a, -z);
        let t = (a - 2.5) / (a + 2.5);
        let p = 1.142_770_810_906_632_8e-6f64;
        let p = p.mul_add(t, -4.485_943_438_750_485_6e-7);
        let p = p.mul_add(t, -9.496_740_418_818_421e-7);
        let p = p.mul_add(t, 7.259_316_496_722_051e-7);
        let p = p.mul_add(t, 4.607_975_337_064_096e-7);
        let p = p.mul_add(t, -1.938_705_786_441_526_3e-6);
        let p = p.mul_add(t, -2.376_972_323_450_925e-6);
        let p = p.mul_add(t, 7.579_339_014_172_634_5e-6);
        let p = p.mul_add(t, 1.862_413_652_796_896_8e-5);
        let p = p.mul_add(t, -3.418_534_294_871_691_6e-5);
        let p = p.mul_add(t, -0.000_128_877_893_278_335);
        let p = p.mul_add(t, 0.000_228_380_596_274_136);
        let p = p.mul_add(t, 0.000_875_915_482_073_441_9);
        let p = p.mul_add(t, -0.002_642_365_973_207_989_3);
        let p = p.mul_add(t, -0.003_993_701_166_637_535);
        let p = p.mul_add(t, 0.039_922_539_075_781_714);
        let p = p.mul_add(t, -0.125_033_052_378_820_34);
        let p = p.mul_add(t, 0.251_713_193_217_447_34);
        let p = p.mul_add(t, -0.371_736_733_948_973_4);
        let p = p.mul_add(t, 0.210_806_364_061_143_6);
        let p = (-p).mul_add(z_low, p);
        let e = (-z).exp();
        (-e).mul_add(p, 1.0).copysign(x)
    }
}
