//! Float instructions against Rust, and the directed roundings against exact arithmetic.

mod common;

use common::check;
use hoist_cuda_emulator::ast::Ty::{self, *};
use hoist_cuda_emulator::soft::{self, Num, Round, pack, unpack};

fn f(v: u64) -> f32 {
    f32::from_bits(v as u32)
}
fn d(v: u64) -> f64 {
    f64::from_bits(v)
}

/// One formula in both precisions.
macro_rules! both {
    ($op:literal, $count:literal, |$v:ident| $e:expr) => {
        check(&format!($op, "f32"), &[F32; $count], F32, |row| {
            let $v: Vec<f32> = row.iter().map(|v| f(*v)).collect();
            let r: f32 = $e;
            r.to_bits().into()
        });
        check(&format!($op, "f64"), &[F64; $count], F64, |row| {
            let $v: Vec<f64> = row.iter().map(|v| d(*v)).collect();
            let r: f64 = $e;
            r.to_bits()
        });
    };
}

#[test]
fn to_nearest() {
    both!("add.{} %o, %a, %b;", 2, |v| v[0] + v[1]);
    both!("add.rn.{} %o, %a, %b;", 2, |v| v[0] + v[1]);
    both!("sub.rn.{} %o, %a, %b;", 2, |v| v[0] - v[1]);
    both!("mul.rn.{} %o, %a, %b;", 2, |v| v[0] * v[1]);
    both!("div.rn.{} %o, %a, %b;", 2, |v| v[0] / v[1]);
    both!("fma.rn.{} %o, %a, %b, %c;", 3, |v| v[0].mul_add(v[1], v[2]));
    both!("mad.rn.{} %o, %a, %b, %c;", 3, |v| v[0].mul_add(v[1], v[2]));
    both!("sqrt.rn.{} %o, %a;", 1, |v| v[0].sqrt());
    both!("rcp.rn.{} %o, %a;", 1, |v| 1.0 / v[0]);
    both!("abs.{} %o, %a;", 1, |v| v[0].abs());
    both!("neg.{} %o, %a;", 1, |v| -v[0]);
    both!("copysign.{} %o, %a, %b;", 2, |v| v[1].copysign(v[0]));
    both!(
        "min.{} %o, %a, %b;",
        2,
        |v| if v[0] == 0.0 && v[1] == 0.0 && v[0].is_sign_negative() {
            v[0]
        } else {
            v[1].min(v[0])
        }
    );
    both!(
        "max.{} %o, %a, %b;",
        2,
        |v| if v[0] == 0.0 && v[1] == 0.0 && v[0].is_sign_positive() {
            v[0]
        } else if v[0] == 0.0 && v[1] == 0.0 {
            v[1]
        } else {
            v[1].max(v[0])
        }
    );
}

#[test]
fn single_precision_nans_have_one_form() {
    for op in ["add.f32 %o, %a, %b;", "mul.f32 %o, %a, %b;", "div.rn.f32 %o, %a, %b;"] {
        let rows = common::rows(&[F32; 2]);
        for v in common::execute(op, &[F32; 2], F32, &rows) {
            assert!(!f(v).is_nan() || v == 0x7fff_ffff, "{op}: {v:x}");
        }
    }
    check("min.NaN.f32 %o, %a, %b;", &[F32; 2], F32, |v| {
        let (a, b) = (f(v[0]), f(v[1]));
        u64::from(
            if a.is_nan() || b.is_nan() {
                f32::NAN
            } else if a < b || a == b && a.is_sign_negative() {
                a
            } else {
                b
            }
            .to_bits(),
        )
    });
}

/// Arithmetic in every rounding. The exact result comes from `soft`, which its own tests hold against the host.
#[test]
fn directed_roundings() {
    let roundings = [
        ("rz", Round::Zero),
        ("rm", Round::Down),
        ("rp", Round::Up),
        ("rn", Round::Near),
    ];
    for (ty, format) in [(F32, soft::F32), (F64, soft::F64)] {
        for (name, m) in roundings {
            let to = |n: Num| pack(n, format, m);
            let of = |v: &[u64], k: usize| unpack(v[k], format);
            let n = ty.name();
            check(&format!("add.{name}.{n} %o, %a, %b;"), &[ty; 2], ty, |v| {
                to(soft::add(of(v, 0), of(v, 1), m))
            });
            check(&format!("mul.{name}.{n} %o, %a, %b;"), &[ty; 2], ty, |v| {
                to(soft::mul(of(v, 0), of(v, 1)))
            });
            check(&format!("div.{name}.{n} %o, %a, %b;"), &[ty; 2], ty, |v| {
                to(soft::div(of(v, 0), of(v, 1)))
            });
            check(&format!("sqrt.{name}.{n} %o, %a;"), &[ty], ty, |v| {
                to(soft::sqrt(of(v, 0)))
            });
            check(&format!("rcp.{name}.{n} %o, %a;"), &[ty], ty, |v| {
                to(soft::div(Num::from_int(1), of(v, 0)))
            });
            check(&format!("fma.{name}.{n} %o, %a, %b, %c;"), &[ty; 3], ty, |v| {
                to(soft::fma(of(v, 0), of(v, 1), of(v, 2), m))
            });
        }
    }
    // The sum of two f64 and its exact rest (Knuth's two-sum) need no `soft`.
    check("sub.rm.f32 %o, %a, %b;", &[F32; 2], F32, |v| {
        let (a, b) = (f64::from(f(v[0])), -f64::from(f(v[1])));
        let sum = a + b;
        let part = sum - a;
        let rest = (a - (sum - part)) + (b - part);
        let near = sum as f32;
        if sum == 0.0 {
            return u64::from(if a.to_bits() | b.to_bits() == 0 { 0.0f32 } else { -0.0 }.to_bits());
        }
        let above = sum.is_finite() && (f64::from(near) > sum || f64::from(near) == sum && rest < 0.0);
        u64::from(if above { near.next_down() } else { near }.to_bits())
    });
}

#[test]
fn flushing_and_saturation() {
    let flush = |x: f32| if x.is_subnormal() { 0.0f32.copysign(x) } else { x };
    check("add.ftz.f32 %o, %a, %b;", &[F32; 2], F32, |v| {
        flush(flush(f(v[0])) + flush(f(v[1]))).to_bits().into()
    });
    check("mul.rn.ftz.f32 %o, %a, %b;", &[F32; 2], F32, |v| {
        flush(flush(f(v[0])) * flush(f(v[1]))).to_bits().into()
    });
    check("fma.rn.ftz.f32 %o, %a, %b, %c;", &[F32; 3], F32, |v| {
        flush(flush(f(v[0])).mul_add(flush(f(v[1])), flush(f(v[2]))))
            .to_bits()
            .into()
    });
    check("add.sat.f32 %o, %a, %b;", &[F32; 2], F32, |v| {
        let s = f(v[0]) + f(v[1]);
        if s > 0.0 { s.min(1.0) } else { 0.0 }.to_bits().into()
    });
    check("setp.gt.ftz.f32 %o, %a, %b;", &[F32; 2], Pred, |v| {
        u64::from(flush(f(v[0])) > flush(f(v[1])))
    });
}

#[test]
fn approximations_are_near() {
    let near = |op: &str, want: fn(f64) -> f64| {
        let rows: Vec<Vec<u64>> = common::rows(&[F32]);
        for (row, got) in rows.iter().zip(common::execute(op, &[F32], F32, &rows)) {
            let (want, got) = (want(f64::from(f(row[0]))) as f32, f(got));
            assert!(
                want.to_bits() == got.to_bits() || want.is_nan() && got.is_nan(),
                "{op} {}: {got} {want}",
                f(row[0])
            );
        }
    };
    near("sin.approx.f32 %o, %a;", f64::sin);
    near("cos.approx.f32 %o, %a;", f64::cos);
    near("ex2.approx.f32 %o, %a;", f64::exp2);
    near("lg2.approx.f32 %o, %a;", f64::log2);
    near("tanh.approx.f32 %o, %a;", f64::tanh);
    near("rsqrt.approx.f32 %o, %a;", |x| 1.0 / x.sqrt());
    near("rcp.approx.f32 %o, %a;", |x| 1.0 / x);
    near("sqrt.approx.f32 %o, %a;", f64::sqrt);
    check("div.approx.f32 %o, %a, %b;", &[F32; 2], F32, |v| {
        (f(v[0]) / f(v[1])).to_bits().into()
    });
    check("div.full.f32 %o, %a, %b;", &[F32; 2], F32, |v| {
        (f(v[0]) / f(v[1])).to_bits().into()
    });
    check("rsqrt.approx.f64 %o, %a;", &[F64], F64, |v| {
        (1.0 / d(v[0]).sqrt()).to_bits()
    });
}

/// A comparison by its name.
fn holds<T: PartialOrd + Copy>(name: &str, a: T, b: T, nan: bool) -> bool {
    match name {
        "num" => !nan,
        "nan" => nan,
        _ if nan => name.len() == 3,
        _ => match &name[..2] {
            "eq" => a == b,
            "ne" => a != b,
            "lt" | "lo" => a < b,
            "le" | "ls" => a <= b,
            "gt" | "hi" => a > b,
            _ => a >= b,
        },
    }
}

fn compare(name: &str, ty: Ty, v: &[u64]) -> bool {
    match ty {
        F32 => holds(name, f(v[0]), f(v[1]), f(v[0]).is_nan() || f(v[1]).is_nan()),
        F64 => holds(name, d(v[0]), d(v[1]), d(v[0]).is_nan() || d(v[1]).is_nan()),
        S16 => holds(name, v[0] as i16, v[1] as i16, false),
        S32 => holds(name, v[0] as i32, v[1] as i32, false),
        S64 => holds(name, v[0] as i64, v[1] as i64, false),
        _ => holds(name, v[0], v[1], false),
    }
}

#[test]
fn comparisons() {
    let all = |names: &[&str], types: &[Ty]| {
        for name in names {
            for ty in types {
                let n = ty.name();
                check(&format!("setp.{name}.{n} %o, %a, %b;"), &[*ty; 2], Pred, |v| {
                    compare(name, *ty, v).into()
                });
            }
        }
    };
    let floats = [
        "eq", "ne", "lt", "le", "gt", "ge", "equ", "neu", "ltu", "leu", "gtu", "geu", "num", "nan",
    ];
    all(&floats, &[F32, F64]);
    all(&["eq", "ne", "lt", "le", "gt", "ge"], &[S16, U16, S32, U32, S64, U64]);
    all(&["lo", "ls", "hi", "hs"], &[U16, U32, U64]);
    all(&["eq", "ne"], &[B16, B32, B64]);
}

#[test]
fn joined_comparisons() {
    for (join, g) in [
        ("and", (|a, b| a & b) as fn(bool, bool) -> bool),
        ("or", |a, b| a | b),
        ("xor", |a, b| a ^ b),
    ] {
        let types = [S32, S32, Pred];
        let less = |v: &[u64]| (v[0] as i32) < v[1] as i32;
        check(&format!("setp.lt.{join}.s32 %o, %a, %b, %c;"), &types, Pred, |v| {
            g(less(v), v[2] == 1).into()
        });
        check(&format!("setp.lt.{join}.s32 %o, %a, %b, !%c;"), &types, Pred, |v| {
            g(less(v), v[2] == 0).into()
        });
        let second = format!("{{.reg .pred %q; setp.lt.{join}.s32 %q|%o, %a, %b, %c;}}");
        check(&second, &types, Pred, |v| g(!less(v), v[2] == 1).into());
        let mask = |yes| if yes { u64::from(u32::MAX) } else { 0 };
        check(&format!("set.lt.{join}.u32.s32 %o, %a, %b, %c;"), &types, U32, |v| {
            mask(g(less(v), v[2] == 1))
        });
    }
    check("set.gt.f32.f32 %o, %a, %b;", &[F32; 2], F32, |v| {
        if f(v[0]) > f(v[1]) { 0x3f80_0000 } else { 0 }
    });
}

#[test]
fn selections_and_tests() {
    for ty in [B16, B32, B64, F32, F64, U32, S64] {
        check(
            &format!("selp.{} %o, %a, %b, %c;", ty.name()),
            &[ty, ty, Pred],
            ty,
            |v| v[1 - v[2] as usize],
        );
    }
    check("slct.u32.s32 %o, %a, %b, %c;", &[U32, U32, S32], U32, |v| {
        if v[2] as i32 >= 0 { v[0] } else { v[1] }
    });
    check("slct.f64.f32 %o, %a, %b, %c;", &[F64, F64, F32], F64, |v| {
        if f(v[2]) >= 0.0 { v[0] } else { v[1] }
    });
    let tests: [(&str, fn(f64) -> bool); 4] = [
        ("finite", f64::is_finite),
        ("infinite", f64::is_infinite),
        ("notanumber", f64::is_nan),
        ("number", |x| !x.is_nan()),
    ];
    for (name, g) in tests {
        check(&format!("testp.{name}.f32 %o, %a;"), &[F32], Pred, |v| {
            g(f64::from(f(v[0]))).into()
        });
        check(&format!("testp.{name}.f64 %o, %a;"), &[F64], Pred, |v| {
            g(d(v[0])).into()
        });
    }
    check("testp.subnormal.f32 %o, %a;", &[F32], Pred, |v| {
        f(v[0]).is_subnormal().into()
    });
    check("testp.normal.f64 %o, %a;", &[F64], Pred, |v| d(v[0]).is_normal().into());
}
