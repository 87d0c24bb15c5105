//! Constants of [`super::angle`]: pi, and polynomials fitted by Remez's exchange and Lawson's
//! weights, each coefficient rounded before the next was fitted.

use super::angle::{Angle, Bits, aligned, moved, words};
use super::{double, poly, single};
use crate::machine::{Machine, V};

impl Angle for f32 {
    type Signed = i32;
    const DIGITS: u32 = 24;
    const HALF_PI: [f32; 3] = [1.570_796_4, -4.371_139e-8, -1.715_124_5e-15];
    const TWO_OVER_PI: f32 = std::f32::consts::FRAC_2_PI;
    const NAN: f32 = f32::NAN;
    const UNITS: f32 = single::UNITS;
    const FAR: f32 = 131_072.0;
    const FAR_FIELD: u64 = 144;

    #[inline(always)]
    fn window<M: Machine>(m: &M, at: Bits<M, f32>) -> [Bits<M, f32>; 3] {
        // Bits of 2/pi after 8 zeros.
        let w = words(
            m,
            [
                0x00a2_f983u32,
                0x6e4e_4415,
                0x29fc_2757,
                0xd1f5_34dd,
                0xc0db_6295,
                0x993c_4390,
                0x41fe_5163,
            ],
        );
        let by = m.shr(at, m.lit(5u32));
        let w: [V<M, u32>; 5] = moved(m, by, w);
        aligned(m, at, moved(m, by, w))
    }
    #[inline(always)]
    fn sin_tail<M: Machine>(m: &M, z: V<M, f32>) -> V<M, f32> {
        poly(m, z, [-0.000_195_055_4, 0.008_332_095, -0.166_666_54])
    }
    #[inline(always)]
    fn cos_tail<M: Machine>(m: &M, z: V<M, f32>) -> V<M, f32> {
        poly(m, z, [2.441_348_3e-5, -0.001_388_713_7, 0.041_666_64])
    }
    #[inline(always)]
    fn tan_tail<M: Machine>(m: &M, z: V<M, f32>) -> V<M, f32> {
        poly(
            m,
            z,
            [
                0.004_376_208_4,
                0.000_091_567_8,
                0.010_832_282,
                0.021_284_558,
                0.054_059_174,
                0.133_326_74,
                0.333_333_5,
            ],
        )
    }
}

impl Angle for f64 {
    type Signed = i64;
    const DIGITS: u32 = 53;
    const HALF_PI: [f64; 3] = [
        std::f64::consts::FRAC_PI_2,
        6.123_233_995_736_766e-17,
        -1.497_384_904_859_169_8e-33,
    ];
    const TWO_OVER_PI: f64 = std::f64::consts::FRAC_2_PI;
    const NAN: f64 = f64::NAN;
    const UNITS: f64 = double::UNITS;
    const FAR: f64 = 1_073_741_824.0;
    const FAR_FIELD: u64 = 1053;

    #[inline(always)]
    fn window<M: Machine>(m: &M, at: Bits<M, f64>) -> [Bits<M, f64>; 3] {
        // Bits of 2/pi after 24 zeros.
        let w = words(
            m,
            [
                0x0000_00a2_f983_6e4eu64,
                0x4415_29fc_2757_d1f5,
                0x34dd_c0db_6295_993c,
                0x4390_41fe_5163_abde,
                0xbbc5_61b7_246e_3a42,
                0x4dd2_e006_492e_ea09,
                0xd192_1cfe_1deb_1cb1,
                0x29a7_3ee8_8235_f52e,
                0xbb44_84e9_9c70_26b4,
                0x5f7e_4139_91d6_3983,
                0x5339_f49c_845f_8bbd,
                0xf928_3b1f_f897_ffde,
                0x0598_0fef_2f11_8b5a,
                0x0a6d_1f6d_367e_cf27,
                0xcb09_b74f_463f_669e,
                0x5fea_2d75_27ba_c7eb,
                0xe5f1_7b3d_0739_f78a,
                0x5292_ea6b_fb5f_b11f,
                0x8d5d_0856_0330_46fc,
            ],
        );
        let by = m.shr(at, m.lit(6u32));
        let w: [V<M, u64>; 11] = moved(m, by, w);
        let w: [V<M, u64>; 7] = moved(m, by, w);
        let w: [V<M, u64>; 5] = moved(m, by, w);
        aligned(m, at, moved(m, by, w))
    }
    #[inline(always)]
    fn sin_tail<M: Machine>(m: &M, z: V<M, f64>) -> V<M, f64> {
        poly(
            m,
            z,
            [
                1.589_592_176_872_355_8e-10,
                -2.505_074_192_515_720_2e-8,
                2.755_731_357_968_472e-6,
                -0.000_198_412_698_294_513_84,
                0.008_333_333_333_321_912,
                -0.166_666_666_666_666_3,
            ],
        )
    }
    #[inline(always)]
    fn cos_tail<M: Machine>(m: &M, z: V<M, f64>) -> V<M, f64> {
        poly(
            m,
            z,
            [
                -1.135_874_427_604_838_5e-11,
                2.087_570_532_565_51e-9,
                -2.755_731_421_671_363e-7,
                2.480_158_728_900_159e-5,
                -0.001_388_888_888_887_334_2,
                0.041_666_666_666_666_595,
            ],
        )
    }
    #[inline(always)]
    fn tan_tail<M: Machine>(m: &M, z: V<M, f64>) -> V<M, f64> {
        poly(
            m,
            z,
            [
                2.085_911_830_639_681e-5,
                -4.485_986_118_468_36e-5,
                8.942_253_780_291_131e-5,
                -2.635_519_204_755_880_2e-5,
                0.000_136_504_771_408_693_2,
                0.000_222_389_210_697_819_63,
                0.000_595_061_831_717_491_8,
                0.001_454_758_573_064_880_3,
                0.003_592_288_999_301_228,
                0.008_863_219_169_773_829,
                0.021_869_489_608_954_094,
                0.053_968_253_926_648_36,
                0.133_333_333_334_147_32,
                0.333_333_333_333_327_76,
            ],
        )
    }
}
