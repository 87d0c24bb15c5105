//! `cvt` and `mov` against Rust.

mod common;

use common::check;
use hoist_cuda_emulator::ast::Ty::{self, *};

const INTEGERS: [Ty; 8] = [U8, S8, U16, S16, U32, S32, U64, S64];

fn exact(v: u64, ty: Ty) -> i128 {
    match ty {
        U8 => (v as u8).into(),
        S8 => (v as i8).into(),
        U16 => (v as u16).into(),
        S16 => (v as i16).into(),
        U32 => (v as u32).into(),
        S32 => (v as i32).into(),
        S64 => (v as i64).into(),
        _ => v.into(),
    }
}

fn limits(ty: Ty) -> (i128, i128) {
    let bits = 8 * ty.bytes() as u32;
    if ty.is_signed() {
        (-(1 << (bits - 1)), (1 << (bits - 1)) - 1)
    } else {
        (0, (1 << bits) - 1)
    }
}

#[test]
fn between_integers() {
    for from in INTEGERS {
        for to in INTEGERS {
            let (t, s) = (to.name(), from.name());
            check(&format!("cvt.{t}.{s} %o, %a;"), &[from], to, |v| {
                exact(v[0], from) as u64
            });
            let (low, high) = limits(to);
            check(&format!("cvt.sat.{t}.{s} %o, %a;"), &[from], to, |v| {
                exact(v[0], from).clamp(low, high) as u64
            });
        }
    }
    // A wider register gets the value extended.
    check("cvt.s8.s32 %o, %a;", &[S32], S32, |v| v[0] as i8 as u64);
    check("cvt.u16.u64 %o, %a;", &[U64], U32, |v| v[0] & 0xffff);
}

#[test]
fn integers_to_floats() {
    for from in INTEGERS {
        let s = from.name();
        check(&format!("cvt.rn.f32.{s} %o, %a;"), &[from], F32, |v| {
            (exact(v[0], from) as f32).to_bits().into()
        });
        check(&format!("cvt.rn.f64.{s} %o, %a;"), &[from], F64, |v| {
            (exact(v[0], from) as f64).to_bits()
        });
        // Towards zero is the nearest, or its neighbour nearer to zero.
        check(&format!("cvt.rz.f32.{s} %o, %a;"), &[from], F32, |v| {
            let n = exact(v[0], from);
            let near = n as f32;
            let far = (near as i128).abs() > n.abs();
            if far { near.to_bits() - 1 } else { near.to_bits() }.into()
        });
        check(&format!("cvt.rm.f64.{s} %o, %a;"), &[from], F64, |v| {
            let n = exact(v[0], from);
            let near = n as f64;
            if near as i128 > n { near.next_down() } else { near }.to_bits()
        });
    }
}

fn rounded(name: &str, x: f64) -> f64 {
    match name {
        "rni" => x.round_ties_even(),
        "rzi" => x.trunc(),
        "rmi" => x.floor(),
        _ => x.ceil(),
    }
}

#[test]
fn floats_to_integers() {
    for to in INTEGERS {
        for from in [F32, F64] {
            for name in ["rni", "rzi", "rmi", "rpi"] {
                let op = format!("cvt.{name}.{}.{} %o, %a;", to.name(), from.name());
                check(&op, &[from], to, |v| {
                    let x = if from == F32 {
                        f64::from(f32::from_bits(v[0] as u32))
                    } else {
                        f64::from_bits(v[0])
                    };
                    // Rust clamps as the device does; NaN is 0, or the highest bit where 64 bits take part.
                    if x.is_nan() {
                        return if from == F64 || to.bytes() == 8 {
                            1 << (8 * to.bytes() - 1)
                        } else {
                            0
                        };
                    }
                    let x = rounded(name, x);
                    match to {
                        U8 => x as u8 as u64,
                        S8 => x as i8 as u64,
                        U16 => x as u16 as u64,
                        S16 => x as i16 as u64,
                        U32 => x as u32 as u64,
                        S32 => x as i32 as u64,
                        U64 => x as u64,
                        _ => x as i64 as u64,
                    }
                });
            }
        }
    }
}

#[test]
fn between_floats() {
    let (f, d) = (|v: u64| f32::from_bits(v as u32), f64::from_bits);
    check("cvt.f64.f32 %o, %a;", &[F32], F64, |v| f64::from(f(v[0])).to_bits());
    check("cvt.rn.f32.f64 %o, %a;", &[F64], F32, |v| {
        (d(v[0]) as f32).to_bits().into()
    });
    check("cvt.rm.f32.f64 %o, %a;", &[F64], F32, |v| {
        let near = d(v[0]) as f32;
        if f64::from(near) > d(v[0]) {
            near.next_down()
        } else {
            near
        }
        .to_bits()
        .into()
    });
    check("cvt.rp.f32.f64 %o, %a;", &[F64], F32, |v| {
        let near = d(v[0]) as f32;
        if f64::from(near) < d(v[0]) {
            near.next_up()
        } else {
            near
        }
        .to_bits()
        .into()
    });
    check("cvt.rz.f32.f64 %o, %a;", &[F64], F32, |v| {
        let near = d(v[0]) as f32;
        if f64::from(near).abs() > d(v[0]).abs() {
            f32::from_bits(near.to_bits() - 1)
        } else {
            near
        }
        .to_bits()
        .into()
    });
    for name in ["rni", "rzi", "rmi", "rpi"] {
        check(&format!("cvt.{name}.f32.f32 %o, %a;"), &[F32], F32, |v| {
            (rounded(name, f64::from(f(v[0]))) as f32).to_bits().into()
        });
        check(&format!("cvt.{name}.f64.f64 %o, %a;"), &[F64], F64, |v| {
            rounded(name, d(v[0])).to_bits()
        });
    }
    check("cvt.sat.f32.f32 %o, %a;", &[F32], F32, |v| {
        let x = f(v[0]);
        if x > 0.0 { x.min(1.0) } else { 0.0 }.to_bits().into()
    });
    check("cvt.rn.sat.f32.f64 %o, %a;", &[F64], F32, |v| {
        let x = d(v[0]) as f32;
        if x > 0.0 { x.min(1.0) } else { 0.0 }.to_bits().into()
    });
    check("cvt.ftz.f64.f32 %o, %a;", &[F32], F64, |v| {
        let x = f(v[0]);
        if x.is_subnormal() {
            0f64.copysign(x.into())
        } else {
            x.into()
        }
        .to_bits()
    });
}

#[test]
fn moves() {
    for ty in [B16, B32, B64, U32, S64, F32, F64] {
        let op = format!("mov.{} %o, %a;", ty.name());
        // Bits are kept, those of NaN too.
        let rows = common::rows(&[ty]);
        let got = common::execute(&op, &[ty], ty, &rows);
        assert!(rows.iter().zip(got).all(|(row, got)| row[0] == got), "{op}");
    }
    check("mov.b32 %o, %a;", &[F32], B32, |v| v[0]);
    check("mov.b64 %o, {%a, %b};", &[B32; 2], B64, |v| v[1] << 32 | v[0]);
    check("mov.b32 %o, {%a, %b};", &[B16; 2], B32, |v| v[1] << 16 | v[0]);
    check("mov.b64 %o, {%a, %b, %c, %d};", &[B16; 4], B64, |v| {
        v[3] << 48 | v[2] << 32 | v[1] << 16 | v[0]
    });
    check("{.reg .b32 %x; mov.b64 {%x, %o}, %a;}", &[B64], B32, |v| v[0] >> 32);
    check("mov.b64 {%o, _}, %a;", &[B64], B32, |v| v[0]);
    check("mov.f32 %o, 0fbf800000;", &[F32], F32, |_| {
        u64::from((-1.0f32).to_bits())
    });
    check("mov.u32 %o, 0x80000000;", &[U32], U32, |_| 1 << 31);
    check("mov.s64 %o, -5;", &[U32], U64, |_| -5i64 as u64);
}
