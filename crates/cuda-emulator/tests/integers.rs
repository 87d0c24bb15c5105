//! Integer and bit instructions against Rust.

mod common;

use common::check;
use hoist_cuda_emulator::ast::Ty::{self, *};

/// A check for the Rust type of each PTX type.
macro_rules! each {
    ($op:literal, $count:literal, [$($ty:ident $t:ident),*], |$v:ident| $e:expr) => {$({
        let op = format!($op, $ty.name());
        check(&op, &[$ty; $count], $ty, |row| {
            let $v: Vec<$t> = row.iter().map(|v| *v as $t).collect();
            ($e) as $t as u64
        });
    })*};
}

#[test]
fn sums_and_products() {
    each!("add.{} %o, %a, %b;", 2, [S16 i16, U16 u16, S32 i32, U32 u32, S64 i64, U64 u64], |v| v[0].wrapping_add(v[1]));
    each!("sub.{} %o, %a, %b;", 2, [S16 i16, U16 u16, S32 i32, U32 u32, S64 i64, U64 u64], |v| v[0].wrapping_sub(v[1]));
    each!("mul.lo.{} %o, %a, %b;", 2, [S16 i16, U16 u16, S32 i32, U32 u32, S64 i64, U64 u64], |v| v[0].wrapping_mul(v[1]));
    each!("mad.lo.{} %o, %a, %b, %c;", 3, [S16 i16, U16 u16, S32 i32, U32 u32, S64 i64, U64 u64],
        |v| v[0].wrapping_mul(v[1]).wrapping_add(v[2]));
    each!("add.sat.{} %o, %a, %b;", 2, [S32 i32], |v| v[0].saturating_add(v[1]));
    each!("sub.sat.{} %o, %a, %b;", 2, [S32 i32], |v| v[0].saturating_sub(v[1]));
    each!("neg.{} %o, %a;", 1, [S16 i16, S32 i32, S64 i64], |v| v[0].wrapping_neg());
    each!("abs.{} %o, %a;", 1, [S16 i16, S32 i32, S64 i64], |v| v[0].wrapping_abs());
    each!("min.{} %o, %a, %b;", 2, [S16 i16, U16 u16, S32 i32, U32 u32, S64 i64, U64 u64], |v| v[0].min(v[1]));
    each!("max.{} %o, %a, %b;", 2, [S16 i16, U16 u16, S32 i32, U32 u32, S64 i64, U64 u64], |v| v[0].max(v[1]));
    each!("sad.{} %o, %a, %b, %c;", 3, [S32 i32, U32 u32, S64 i64, U64 u64, U16 u16, S16 i16],
        |v| v[2].wrapping_add(v[0].abs_diff(v[1]) as _));
}

/// The value of bits, exactly.
fn exact(v: u64, ty: Ty) -> i128 {
    match ty {
        S16 => (v as i16).into(),
        U16 => (v as u16).into(),
        S32 => (v as i32).into(),
        U32 => (v as u32).into(),
        S64 => (v as i64).into(),
        _ => v.into(),
    }
}

#[test]
fn high_and_wide_products() {
    for (ty, twice) in [(S16, S32), (U16, U32), (S32, S64), (U32, U64)] {
        let name = ty.name();
        let product = move |v: &[u64]| exact(v[0], ty) * exact(v[1], ty);
        check(&format!("mul.wide.{name} %o, %a, %b;"), &[ty; 2], twice, |v| {
            product(v) as u64
        });
        check(&format!("mul.hi.{name} %o, %a, %b;"), &[ty; 2], ty, |v| {
            (product(v) >> (8 * ty.bytes())) as u64
        });
        check(
            &format!("mad.wide.{name} %o, %a, %b, %c;"),
            &[ty, ty, twice],
            twice,
            |v| (product(v) + exact(v[2], twice)) as u64,
        );
    }
    check("mul.hi.u64 %o, %a, %b;", &[U64; 2], U64, |v| {
        ((u128::from(v[0]) * u128::from(v[1])) >> 64) as u64
    });
    check("mul.hi.s64 %o, %a, %b;", &[S64; 2], S64, |v| {
        ((exact(v[0], S64) * exact(v[1], S64)) >> 64) as u64
    });
    check("mad.hi.u32 %o, %a, %b, %c;", &[U32; 3], U32, |v| {
        ((v[0] * v[1]) >> 32) + v[2]
    });
    check("mad.hi.sat.s32 %o, %a, %b, %c;", &[S32; 3], S32, |v| {
        let high = (exact(v[0], S32) * exact(v[1], S32)) >> 32;
        (high as i32).saturating_add(v[2] as i32) as u64
    });
    check("mul24.lo.u32 %o, %a, %b;", &[U32; 2], U32, |v| {
        (v[0] & 0xff_ffff) * (v[1] & 0xff_ffff)
    });
    check("mad24.lo.s32 %o, %a, %b, %c;", &[S32; 3], S32, |v| {
        let cut = |v: u64| i64::from((v as i32) << 8 >> 8);
        (cut(v[0]) * cut(v[1]) + v[2] as i64) as u64
    });
}

#[test]
fn quotients() {
    // What devices answer to a division by zero is not specified; the emulator gives all ones and the dividend.
    each!("div.{} %o, %a, %b;", 2, [S16 i16, U16 u16, S32 i32, U32 u32, S64 i64, U64 u64],
        |v| if v[1] == 0 { !0 } else { v[0].wrapping_div(v[1]) });
    each!("rem.{} %o, %a, %b;", 2, [S16 i16, U16 u16, S32 i32, U32 u32, S64 i64, U64 u64],
        |v| if v[1] == 0 { v[0] } else { v[0].wrapping_rem(v[1]) });
}

#[test]
fn carries() {
    let text = "{.reg .b32 %l, %h; .reg .b32 %x, %y, %z, %w; mov.b64 {%x, %y}, %a; mov.b64 {%z, %w}, %b;
        OP.cc.u32 %l, %x, %z; OPc.u32 %h, %y, %w; mov.b64 %o, {%l, %h};}";
    check(&text.replace("OP", "add"), &[U64; 2], U64, |v| v[0].wrapping_add(v[1]));
    check(&text.replace("OP", "sub"), &[U64; 2], U64, |v| v[0].wrapping_sub(v[1]));
    let top = "add.cc.u64 %o, %a, %b; addc.u64 %o, 0, 0;";
    check(top, &[U64; 2], U64, |v| u64::from(v[0].checked_add(v[1]).is_none()));
    let top = "sub.cc.u64 %o, %a, %b; subc.u64 %o, 5, 0;";
    check(top, &[U64; 2], U64, |v| 5 - u64::from(v[0] < v[1]));
}

#[test]
fn products_with_carries() {
    // A product of 64 bits and a sum of 128, by halves.
    let text = "{.reg .b64 %l, %h; mad.lo.cc.u64 %l, %a, %b, %c; madc.hi.u64 %h, %a, %b, %d; PICK}";
    let whole =
        |v: &[u64]| (u128::from(v[0]) * u128::from(v[1])).wrapping_add((u128::from(v[3]) << 64) | u128::from(v[2]));
    check(&text.replace("PICK", "mov.u64 %o, %l;"), &[U64; 4], U64, |v| {
        whole(v) as u64
    });
    check(&text.replace("PICK", "mov.u64 %o, %h;"), &[U64; 4], U64, |v| {
        (whole(v) >> 64) as u64
    });
    let text = "{.reg .b32 %h; .reg .pred %p; mad.lo.cc.u32 %o, %a, %b, %c; madc.hi.cc.u32 %h, %a, %b, 7; addc.u32 %o, %o, %h;}";
    check(text, &[U32; 3], U32, |v| {
        let whole = u128::from(v[0]) * u128::from(v[1]) + u128::from(v[2]) + (7 << 32);
        (whole as u32)
            .wrapping_add((whole >> 32) as u32)
            .wrapping_add((whole >> 64) as u32)
            .into()
    });
}

#[test]
fn logic() {
    each!("and.{} %o, %a, %b;", 2, [B16 u16, B32 u32, B64 u64], |v| v[0] & v[1]);
    each!("or.{} %o, %a, %b;", 2, [B16 u16, B32 u32, B64 u64], |v| v[0] | v[1]);
    each!("xor.{} %o, %a, %b;", 2, [B16 u16, B32 u32, B64 u64], |v| v[0] ^ v[1]);
    each!("not.{} %o, %a;", 1, [B16 u16, B32 u32, B64 u64], |v| !v[0]);
    each!("cnot.{} %o, %a;", 1, [B16 u16, B32 u32, B64 u64], |v| u8::from(v[0] == 0));
    each!("brev.{} %o, %a;", 1, [B32 u32, B64 u64], |v| v[0].reverse_bits());
    for (op, f) in [
        ("and", (|a, b| a & b) as fn(u64, u64) -> u64),
        ("or", |a, b| a | b),
        ("xor", |a, b| a ^ b),
    ] {
        check(&format!("{op}.pred %o, %a, %b;"), &[Pred; 2], Pred, |v| f(v[0], v[1]));
    }
    check("not.pred %o, %a;", &[Pred], Pred, |v| 1 - v[0]);
    for table in [0x80u64, 0xfe, 0x96, 0x1b, 0xca, 0, 255] {
        check(&format!("lop3.b32 %o, %a, %b, %c, {table};"), &[B32; 3], B32, |v| {
            (0..32).fold(0, |d, n| {
                let at = (v[0] >> n & 1) << 2 | (v[1] >> n & 1) << 1 | v[2] >> n & 1;
                d | (table >> at & 1) << n
            })
        });
    }
}

#[test]
fn counting() {
    check("popc.b32 %o, %a;", &[B32], U32, |v| v[0].count_ones().into());
    check("popc.b64 %o, %a;", &[B64], U32, |v| v[0].count_ones().into());
    check("clz.b32 %o, %a;", &[B32], U32, |v| (v[0] as u32).leading_zeros().into());
    check("clz.b64 %o, %a;", &[B64], U32, |v| v[0].leading_zeros().into());
    let top = |v: u64| (0..64).rev().find(|n| v >> n & 1 == 1).unwrap_or(u64::MAX);
    check("bfind.u32 %o, %a;", &[U32], U32, |v| top(v[0]));
    check("bfind.u64 %o, %a;", &[U64], U32, |v| top(v[0]));
    check("bfind.s32 %o, %a;", &[S32], U32, |v| {
        top(if (v[0] as i32) < 0 {
            u64::from(!(v[0] as u32))
        } else {
            v[0]
        })
    });
    check("bfind.s64 %o, %a;", &[S64], U32, |v| {
        top(if (v[0] as i64) < 0 { !v[0] } else { v[0] })
    });
    check("bfind.shiftamt.u32 %o, %a;", &[U32], U32, |v| {
        if v[0] == 0 { u64::MAX } else { 31 - top(v[0]) }
    });
}

#[test]
fn shifts() {
    let by = |v: u64, bits: u64| (v as u32 as u64).min(bits);
    for (ty, bits) in [(B16, 16), (B32, 32), (B64, 64)] {
        check(&format!("shl.{} %o, %a, %b;", ty.name()), &[ty, U32], ty, |v| {
            (u128::from(v[0]) << by(v[1], bits)) as u64
        });
        check(&format!("shr.{} %o, %a, %b;", ty.name()), &[ty, U32], ty, |v| {
            (u128::from(v[0]) >> by(v[1], bits)) as u64
        });
    }
    for (ty, bits) in [(S16, 16), (S32, 32), (S64, 64)] {
        check(&format!("shr.{} %o, %a, %b;", ty.name()), &[ty, U32], ty, |v| {
            (exact(v[0], ty) >> by(v[1], bits)) as u64
        });
    }
    let pair = |v: &[u64]| u128::from(v[1] << 32 | v[0]);
    check("shf.l.wrap.b32 %o, %a, %b, %c;", &[B32, B32, U32], B32, |v| {
        (pair(v) << (v[2] & 31) >> 32) as u64
    });
    check("shf.r.wrap.b32 %o, %a, %b, %c;", &[B32, B32, U32], B32, |v| {
        (pair(v) >> (v[2] & 31)) as u64
    });
    check("shf.l.clamp.b32 %o, %a, %b, %c;", &[B32, B32, U32], B32, |v| {
        (pair(v) << v[2].min(32) >> 32) as u64
    });
    check("shf.r.clamp.b32 %o, %a, %b, %c;", &[B32, B32, U32], B32, |v| {
        (pair(v) >> v[2].min(32)) as u64
    });
}

#[test]
fn fields() {
    // Position and length have 8 bits.
    let ones = |n: u64| if n >= 64 { u64::MAX } else { (1 << n) - 1 };
    for (ty, bits) in [(U32, 32), (U64, 64)] {
        check(
            &format!("bfe.{} %o, %a, %b, %c;", ty.name()),
            &[ty, U32, U32],
            ty,
            |v| {
                let (at, n) = (v[1] & 255, v[2] & 255);
                if at >= bits { 0 } else { v[0] >> at & ones(n) }
            },
        );
    }
    for (ty, bits) in [(S32, 32u64), (S64, 64)] {
        check(
            &format!("bfe.{} %o, %a, %b, %c;", ty.name()),
            &[ty, U32, U32],
            ty,
            |v| {
                let (at, n) = (v[1] & 255, v[2] & 255);
                // Sign-extended first, so that bits beyond the value are its sign.
                let wide = exact(v[0], ty) >> at.min(bits);
                if n == 0 {
                    0
                } else if n >= bits {
                    wide as u64
                } else {
                    (wide << (128 - n) >> (128 - n)) as u64
                }
            },
        );
    }
    for (ty, bits) in [(B32, 32), (B64, 64)] {
        check(
            &format!("bfi.{} %o, %a, %b, %c, %d;", ty.name()),
            &[ty, ty, U32, U32],
            ty,
            |v| {
                let (at, n) = (v[2] & 255, v[3] & 255);
                let mask = if at >= bits { 0 } else { ones(n) << at };
                v[1] & !mask | (v[0] << (at & 63)) & mask
            },
        );
    }
    check("bmsk.clamp.b32 %o, %a, %b;", &[B32, B32], B32, |v| {
        if v[0] >= 32 { 0 } else { ones(v[1].min(32)) << v[0] }
    });
    check("bmsk.wrap.b32 %o, %a, %b;", &[B32, B32], B32, |v| {
        ones(v[1] & 31) << (v[0] & 31)
    });
    check("szext.clamp.s32 %o, %a, %b;", &[S32, U32], S32, |v| match v[1] {
        0 => 0,
        32.. => v[0],
        n => ((v[0] as i32) << (32 - n) >> (32 - n)) as u64,
    });
    check("szext.wrap.u32 %o, %a, %b;", &[U32, U32], U32, |v| {
        v[0] & ones(v[1] & 31)
    });
}

#[test]
fn bytes() {
    check("prmt.b32 %o, %a, %b, %c;", &[B32; 3], B32, |v| {
        let all = (v[1] << 32 | v[0]).to_le_bytes();
        (0..4).fold(0, |d, n| {
            let s = v[2] >> (4 * n) & 15;
            let byte = all[(s & 7) as usize];
            let byte = if s < 8 {
                byte
            } else if byte >= 128 {
                255
            } else {
                0
            };
            d | u64::from(byte) << (8 * n)
        })
    });
    let table = |mode: &str, rows: [[usize; 4]; 4]| {
        check(
            &format!("prmt.b32.{mode} %o, %a, %b, %c;").replace(&format!("b32.{mode}"), &format!("{mode}.b32")),
            &[B32; 3],
            B32,
            move |v| {
                let all = (v[1] << 32 | v[0]).to_le_bytes();
                let row = rows[(v[2] & 3) as usize];
                (0..4).fold(0, |d, n| d | u64::from(all[row[3 - n]]) << (8 * n))
            },
        );
    };
    // The manual's tables: bytes from the highest to the lowest.
    table("f4e", [[3, 2, 1, 0], [4, 3, 2, 1], [5, 4, 3, 2], [6, 5, 4, 3]]);
    table("b4e", [[5, 6, 7, 0], [6, 7, 0, 1], [7, 0, 1, 2], [0, 1, 2, 3]]);
    table("rc8", [[0, 0, 0, 0], [1, 1, 1, 1], [2, 2, 2, 2], [3, 3, 3, 3]]);
    table("ecl", [[3, 2, 1, 0], [3, 2, 1, 1], [3, 2, 2, 2], [3, 3, 3, 3]]);
    table("ecr", [[0, 0, 0, 0], [1, 1, 1, 0], [2, 2, 1, 0], [3, 2, 1, 0]]);
    table("rc16", [[1, 0, 1, 0], [3, 2, 3, 2], [1, 0, 1, 0], [3, 2, 3, 2]]);
    check("dp4a.s32.s32 %o, %a, %b, %c;", &[S32; 3], S32, |v| {
        let lane = |v: u64, n: usize| i64::from((v as u32).to_le_bytes()[n] as i8);
        ((0..4).map(|n| lane(v[0], n) * lane(v[1], n)).sum::<i64>() + v[2] as i64) as u64
    });
    check("dp4a.u32.s32 %o, %a, %b, %c;", &[U32, S32, S32], S32, |v| {
        let all = |v: u64| (v as u32).to_le_bytes();
        let (a, b) = (all(v[0]), all(v[1]));
        ((0..4).map(|n| i64::from(a[n]) * i64::from(b[n] as i8)).sum::<i64>() + v[2] as i64) as u64
    });
    check("dp2a.hi.u32.u32 %o, %a, %b, %c;", &[U32; 3], U32, |v| {
        (v[0] & 0xffff) * (v[1] >> 16 & 255) + (v[0] >> 16 & 0xffff) * (v[1] >> 24 & 255) + v[2]
    });
}

#[test]
fn a_wrong_reference_is_seen() {
    let wrong = std::panic::catch_unwind(|| check("add.s32 %o, %a, %b;", &[S32; 2], S32, |v| v[0].wrapping_sub(v[1])));
    assert!(wrong.is_err());
}
