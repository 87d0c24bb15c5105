//! Runs one instruction on many values, and holds it against a function.

#![allow(dead_code, reason = "each test file uses a part")]

use hoist_cuda_emulator::ast::Ty;
use hoist_cuda_emulator::decode::{Loaded, load};
use hoist_cuda_emulator::error::Trap;
use hoist_cuda_emulator::launch::{Launch, run};
use hoist_cuda_emulator::memory::Memory;

/// SplitMix64 (Steele, Lea, Flood, 2014).
pub struct Random(pub u64);
impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
}

/// Values of a type where something happens, as bits.
pub fn special(ty: Ty) -> Vec<u64> {
    let bits = |all: &[u64]| all.to_vec();
    match ty {
        Ty::Pred => bits(&[0, 1]),
        Ty::F32 => [
            0.0f32,
            -0.0,
            1.0,
            -1.0,
            0.5,
            1.5,
            2.5,
            -2.5,
            3.0,
            0.1,
            1e-45,
            -1e-40,
            f32::MIN_POSITIVE,
            f32::MAX,
            f32::MIN,
            f32::INFINITY,
            f32::NEG_INFINITY,
            f32::NAN,
            f32::EPSILON,
            255.5,
            256.0,
            65535.7,
            2147483648.0,
            -2147483648.0,
            4294967296.0,
            9.3e18,
            -9.3e18,
            1.9e19,
            16777217.0,
            0.99999994,
            1.0000001,
        ]
        .iter()
        .map(|v| u64::from(v.to_bits()))
        .collect(),
        Ty::F64 => [
            0.0f64,
            -0.0,
            1.0,
            -1.0,
            0.5,
            1.5,
            2.5,
            -2.5,
            3.0,
            0.1,
            5e-324,
            -1e-310,
            f64::MIN_POSITIVE,
            f64::MAX,
            f64::MIN,
            f64::INFINITY,
            f64::NEG_INFINITY,
            f64::NAN,
            f64::EPSILON,
            255.5,
            65535.7,
            2147483647.5,
            -2147483648.5,
            4294967295.5,
            9.3e18,
            -9.3e18,
            1.9e19,
            9007199254740993.0,
            1.0000000596046448,
            3.5e38,
            1e-45,
            7e-46,
        ]
        .iter()
        .map(|v| v.to_bits())
        .collect(),
        _ => {
            let all = [
                0,
                1,
                2,
                3,
                5,
                7,
                8,
                15,
                16,
                17,
                31,
                32,
                33,
                63,
                64,
                65,
                127,
                128,
                255,
                256,
                0x7fff,
                0x8000,
                0xffff,
                0x1_0000,
                0x7fff_ffff,
                0x8000_0000,
                0xffff_fffe,
                0xffff_ffff,
                0x1_0000_0000,
                u64::MAX >> 1,
                1 << 63,
                u64::MAX,
                u64::MAX - 1,
                0x1234_5678_9abc_def0,
            ];
            let mask = if ty.bytes() == 8 {
                u64::MAX
            } else {
                (1 << (8 * ty.bytes())) - 1
            };
            let mut all: Vec<u64> = all.iter().map(|v| v & mask).collect();
            all.sort_unstable();
            all.dedup();
            all
        }
    }
}

fn random(ty: Ty, r: &mut Random) -> u64 {
    let v = r.next();
    match ty {
        Ty::Pred => v & 1,
        // Near 1, so that the exponents meet, or anything.
        Ty::F32 if v & 3 > 0 => (r.next() & 0x807f_ffff) | ((120 + (v >> 8) % 16) << 23),
        Ty::F64 if v & 3 > 0 => (r.next() & 0x800f_ffff_ffff_ffff) | ((1010 + (v >> 8) % 32) << 52),
        _ if ty.bytes() == 8 => {
            if v & 7 == 0 {
                v >> 40
            } else {
                v
            }
        }
        _ => (if v & 7 == 0 { v >> 58 } else { v }) & ((1 << (8 * ty.bytes())) - 1),
    }
}

/// Rows of operands: all pairs of special values (each with a third), and random ones.
pub fn rows(types: &[Ty]) -> Vec<Vec<u64>> {
    let mut r = Random(types.len() as u64 + 40);
    let all: Vec<Vec<u64>> = types.iter().map(|t| special(*t)).collect();
    let second = all.get(1).map_or(1, Vec::len);
    let mut rows = vec![];
    for a in &all[0] {
        for n in 0..second {
            let row = types.iter().enumerate().map(|(k, _)| match k {
                0 => *a,
                1 => all[1][n],
                _ => all[k][r.next() as usize % all[k].len()],
            });
            rows.push(row.collect());
        }
    }
    for _ in 0..500 {
        rows.push(types.iter().map(|t| random(*t, &mut r)).collect());
    }
    rows
}

fn register(ty: Ty) -> &'static str {
    match ty {
        Ty::Pred => "pred",
        Ty::F32 => "f32",
        Ty::F64 => "f64",
        _ => ["", "b16", "b16", "", "b32", "", "", "", "b64"][ty.bytes()],
    }
}

/// The module's head.
pub const HEAD: &str = ".version 8.0\n.target sm_75\n.address_size 64\n";

/// Text that loads operands `%a`, `%b`, … of a row, executes `op`, and stores `%o`.
fn text(op: &str, from: &[Ty], to: Ty) -> String {
    let mut body = String::new();
    let mut params = String::from(".param .u64 out");
    for (n, ty) in from.iter().enumerate() {
        let name = char::from(b'a' + n as u8);
        params += &format!(", .param .u64 in{n}");
        body += &format!(
            ".reg .{} %{name};\nld.param.u64 %p, [in{n}];\nadd.s64 %p, %p, %at;\n",
            register(*ty)
        );
        body += &match ty {
            Ty::Pred => format!("ld.global.u8 %t, [%p];\nsetp.ne.b32 %{name}, %t, 0;\n"),
            _ => format!("ld.global.{} %{name}, [%p];\n", ty.name()),
        };
    }
    let store = match to {
        Ty::Pred => "selp.b32 %t, 1, 0, %o;\nst.global.b8 [%p], %t;\n".into(),
        _ => format!("st.global.{} [%p], %o;\n", ty_of_store(to)),
    };
    format!(
        "{HEAD}.visible .entry k({params}) {{\n.reg .b32 %t, %n, %m;\n.reg .b64 %p, %at;\n.reg .{} %o;\n\
         mov.u32 %t, %ctaid.x;\nmov.u32 %n, %ntid.x;\nmov.u32 %m, %tid.x;\nmad.lo.s32 %t, %t, %n, %m;\n\
         mul.wide.u32 %at, %t, 8;\n{body}{op}\nld.param.u64 %p, [out];\nadd.s64 %p, %p, %at;\n{store}ret;\n}}\n",
        register(to)
    )
}

fn ty_of_store(ty: Ty) -> &'static str {
    ["", "b8", "b16", "", "b32", "", "", "", "b64"][ty.bytes()]
}

/// Results of `op` for each row, as bits of `to`.
pub fn execute(op: &str, from: &[Ty], to: Ty, rows: &[Vec<u64>]) -> Vec<u64> {
    let mut memory = Memory::new(1 << 30);
    let loaded = load(&text(op, from, to), &mut memory).unwrap_or_else(|e| panic!("{op}: {e}"));
    let n = rows.len().next_multiple_of(64);
    let mut params = vec![];
    let mut put = |column: Option<usize>| {
        let at = memory.alloc(8 * n).expect("there is room");
        let to = memory.bytes(at, 8 * n).expect("it is there");
        to.fill(0);
        if let Some(k) = column {
            for (to, row) in to.chunks_exact_mut(8).zip(rows) {
                to.copy_from_slice(&row[k].to_le_bytes());
            }
        }
        params.extend(at.to_le_bytes());
        at
    };
    let out = put(None);
    (0..from.len()).for_each(|k| {
        put(Some(k));
    });
    let launch = Launch {
        program: &loaded.program,
        entry: 0,
        grid: [n as u32 / 64, 1, 1],
        block: [64, 1, 1],
        params,
        dynamic_shared: 0,
        seed: None,
        limit: 1 << 40,
    };
    run(&launch, &mut memory).unwrap_or_else(|e| panic!("{op}: {e}"));
    let got = memory.bytes(out, 8 * rows.len()).expect("it is there");
    got.chunks_exact(8)
        .map(|c| u64::from_le_bytes([c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7]]))
        .collect()
}

/// Whether bits are a NaN of the type.
pub fn is_nan(bits: u64, ty: Ty) -> bool {
    match ty {
        Ty::F32 => f32::from_bits(bits as u32).is_nan(),
        Ty::F64 => f64::from_bits(bits).is_nan(),
        _ => false,
    }
}

/// Holds `op` against `want` on special and random values. How many were tried.
pub fn check(op: &str, from: &[Ty], to: Ty, want: impl Fn(&[u64]) -> u64) -> usize {
    let rows = rows(from);
    let mask = if to.bytes() == 8 {
        u64::MAX
    } else {
        (1 << (8 * to.bytes())) - 1
    };
    for (row, got) in rows.iter().zip(execute(op, from, to, &rows)) {
        let want = want(row) & mask;
        assert!(
            got == want || is_nan(got, to) && is_nan(want, to),
            "{op} of {row:x?} is {got:#x} instead of {want:#x}"
        );
    }
    rows.len()
}

/// A launch of `block` threads of the only entry in `text`, with buffers of 64-bit words as parameters.
pub struct Ran {
    pub buffers: Vec<Vec<u64>>,
    pub ended: Result<u64, Box<Trap>>,
}

pub fn launch(text: &str, grid: u32, block: u32, buffers: &[Vec<u64>], seed: Option<u64>) -> Ran {
    let mut memory = Memory::new(1 << 30);
    let loaded: Loaded = load(&format!("{HEAD}{text}"), &mut memory).unwrap_or_else(|e| panic!("{e}\n{text}"));
    let entry = loaded.program.functions.iter().position(|f| f.entry).expect("an entry");
    let mut params = vec![];
    let mut places = vec![];
    for buffer in buffers {
        let at = memory.alloc(8 * buffer.len()).expect("there is room");
        let to = memory.bytes(at, 8 * buffer.len()).expect("it is there");
        to.chunks_exact_mut(8)
            .zip(buffer)
            .for_each(|(to, v)| to.copy_from_slice(&v.to_le_bytes()));
        params.extend(at.to_le_bytes());
        places.push(at);
    }
    let launch = Launch {
        program: &loaded.program,
        entry,
        grid: [grid, 1, 1],
        block: [block, 1, 1],
        params,
        dynamic_shared: 256,
        seed,
        limit: 10_000_000,
    };
    let ended = run(&launch, &mut memory);
    let words = |c: &[u8]| {
        c.chunks_exact(8)
            .map(|c| c.iter().rev().fold(0, |v, b| v << 8 | u64::from(*b)))
            .collect()
    };
    let read = |(at, buffer): (u64, &Vec<u64>)| words(memory.bytes(at, 8 * buffer.len()).expect("it is there"));
    let buffers = places.into_iter().zip(buffers).map(read).collect();
    Ran { buffers, ended }
}

/// Why text is refused.
pub fn refused(text: &str) -> String {
    let mut memory = Memory::new(1 << 20);
    match load(&format!("{HEAD}{text}"), &mut memory) {
        Ok(_) => panic!("taken: {text}"),
        Err(e) => e.to_string(),
    }
}
