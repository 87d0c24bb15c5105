//! Every statement and many operations once, in each language and mode, held against the
//! languages' own compilers.

use hoist_ir::ScalarType::*;

use crate::frame::*;
use crate::helpers::Helpers;
use crate::leaf::Leaf;
use crate::print::*;
use crate::*;

#[path = "../tests/common/mod.rs"]
mod common;

#[test]
fn texts() {
    for target in [Target::Wgsl, Target::OpenCl, Target::Cuda] {
        for (blocks, i64m) in [(false, false), (true, false), (false, true)] {
            let mut o = Options::new(target);
            o.index64 = i64m;
            if blocks {
                o.schedule = Schedule::Blocks;
            }
            let b = [
                Bound {
                    name: "x".into(),
                    memory: "x".into(),
                    elem: F32,
                    written: false,
                    updated: false,
                },
                Bound {
                    name: "y".into(),
                    memory: "y".into(),
                    elem: F32,
                    written: true,
                    updated: false,
                },
                Bound {
                    name: "q".into(),
                    memory: "q".into(),
                    elem: U8,
                    written: true,
                    updated: false,
                },
            ];
            let s = if blocks {
                vec![Bound {
                    name: "hoist_scratch_0".into(),
                    memory: "hoist_scratch_0".into(),
                    elem: F32,
                    written: true,
                    updated: false,
                }]
            } else {
                vec![]
            };
            let u = [("a".to_string(), F32)];
            let ix = ["r".to_string(), "c".to_string(), "i".to_string()];
            let leaf = Leaf {
                target,
                index64: i64m,
                soft_fma: false,
                helpers: Helpers::default(),
            };
            let mut p = Printer::new(
                leaf,
                Frame {
                    options: &o,
                    entry: "saxpy",
                    buffers: &b,
                    scratch: &s,
                    uniforms: &u,
                    indices: &ix,
                    faults: true,
                },
                1,
            );
            if blocks {
                let z = p.leaf.literal(F32, 0x80000000).unwrap();
                p.variable(F32, "acc", Some(&z));
                p.iterations_begin();
            }
            p.check_bounds(0, "i", 0);
            let v = p.load(0, "i");
            p.constant(F32, "t", &v);
            p.loop_begin();
            p.for_begin(Usize, "j", &p.leaf.index(0).clone(), &p.leaf.index(4).clone());
            p.if_begin("t > 1.0f");
            p.leave(1, true);
            p.if_else();
            p.leave(1, false);
            p.if_end();
            p.loop_end();
            p.leave(0, false);
            p.loop_end();
            for (f, to) in [
                (F32, I32),
                (F32, U8),
                (F32, I16),
                (F32, U32),
                (I32, U8),
                (U32, I8),
                (Bool, F32),
                (I32, F32),
            ] {
                let a = if f == F32 {
                    "t"
                } else if f == Bool {
                    "(t > 0.0f)"
                } else if f == I32 {
                    if target == Target::Wgsl { "i32(t)" } else { "(i32)t" }
                } else {
                    "3u"
                };
                let r = ops::operation(&mut p.leaf, "cast", to, &[(f, a)]).unwrap();
                let n = format!("c_{}_{}", f.name(), to.name());
                p.constant(to, &n, &r);
            }
            for op in ["add", "min", "max", "div", "rem"] {
                let r = ops::operation(&mut p.leaf, op, F32, &[(F32, "t"), (F32, "a")]).unwrap();
                p.constant(F32, &format!("o_{op}"), &r);
            }
            p.check_division(I32, "c_f32_i32", "c_i32_f32_i", 2).unwrap();
            p.lines.text = p.lines.text.replace("c_i32_f32_i", "c_f32_i32");
            for op in ["add", "mul", "div", "rem", "min", "shl", "shr", "xor"] {
                let r = ops::operation(&mut p.leaf, op, I32, &[(I32, "c_f32_i32"), (I32, "c_f32_i32")]).unwrap();
                p.constant(I32, &format!("i_{op}"), &r);
            }
            for op in ["count_ones", "leading_zeros", "trailing_zeros"] {
                let r = ops::operation(&mut p.leaf, op, U32, &[(U8, "c_f32_u8")]).unwrap();
                p.constant(U32, &format!("i_{op}"), &r);
                let r = ops::operation(&mut p.leaf, op, U32, &[(Usize, "i")]).unwrap();
                p.constant(U32, &format!("z_{op}"), &r);
            }
            if blocks {
                p.assign("acc", "(acc + t)");
            } else {
                p.store(1, "i", "o_add");
                p.store(2, "i", "c_f32_u8");
                p.constant(Usize, "rr", "r + c");
            }
            if blocks {
                p.loop_end();
                p.store_partial(0, "hoist_item", "acc");
            }
            let text = p.finish(Finish {
                shared: &[],
                tables: "",
                title: "kernel saxpy",
                fast: false,
                double: false,
            });

            match target {
                Target::Wgsl => common::check_wgsl(&text),
                Target::Cuda => {
                    common::check_cuda(&text);
                }
                Target::OpenCl => {}
            }
        }
    }
}
