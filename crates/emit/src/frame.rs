//! What stands around a body: bindings, the entry, indices, and the fault function.

use std::fmt::Write;

use hoist_ir::ScalarType::{self, *};

use crate::layout::*;
use crate::leaf::Leaf;
use crate::{Options, Target};

/// A buffer or scratch buffer as the text sees it.
pub(crate) struct Bound {
    /// The slice's name.
    pub name: String,
    /// The name of the memory that holds it: its own, or that of an earlier slice.
    pub memory: String,
    pub elem: ScalarType,
    /// Whether the text writes the memory.
    pub written: bool,
    /// Whether several items may update one element, so that WGSL wants atomic words.
    pub updated: bool,
}

/// Everything that the frame prints.
pub(crate) struct Frame<'a> {
    pub options: &'a Options,
    pub entry: &'a str,
    pub buffers: &'a [Bound],
    pub scratch: &'a [Bound],
    /// Name and type of each uniform.
    pub uniforms: &'a [(String, ScalarType)],
    /// Names of the three loop variables.
    pub indices: &'a [String; 3],
    /// Whether anything may fault.
    pub faults: bool,
}

impl Bound {
    /// Whether it has a slot of its own.
    pub fn is_bound(&self) -> bool {
        self.name == self.memory
    }
    /// Whether elements share a word with their neighbours in WGSL.
    pub fn packed(&self) -> bool {
        self.elem.size() < 4
    }
}

/// The type of a buffer's elements in memory.
pub(crate) fn memory_type(leaf: &Leaf, b: &Bound) -> &'static str {
    match (leaf.target, b.elem) {
        (Target::Wgsl, _) if b.packed() => {
            if b.written {
                "atomic<u32>"
            } else {
                "u32"
            }
        }
        (Target::Wgsl, _) if b.updated => "atomic<u32>",
        (Target::Wgsl, Usize) if !leaf.index64 => "vec2<u32>",
        (_, Usize) => "u64",
        (Target::Wgsl, t) => t.name(),
        (_, F16 | BF16) => "u16",
        (_, Bool) => "u8",
        (_, t) => t.name(),
    }
}

/// Typedefs and pragmas of the C languages.
pub(crate) fn preamble(options: &Options, fast: bool, double: bool, wide_updates: bool) -> String {
    match options.target {
        Target::Wgsl => String::new(),
        Target::OpenCl => {
            let mut out = String::new();
            if double {
                out += "#pragma OPENCL EXTENSION cl_khr_fp64 : enable\n";
            }
            if wide_updates {
                out += "#pragma OPENCL EXTENSION cl_khr_int64_base_atomics : enable\n";
            }
            if !fast {
                out += "#pragma OPENCL FP_CONTRACT OFF\n";
            }
            out += "typedef char i8;\ntypedef uchar u8;\ntypedef short i16;\ntypedef ushort u16;\ntypedef int i32;\ntypedef uint u32;\n";
            out += "typedef long i64;\ntypedef ulong u64;\ntypedef float f32;\n";
            if double {
                out += "typedef double f64;\n";
            }
            out + "\n"
        }
        Target::Cuda => {
            "typedef signed char i8;\ntypedef unsigned char u8;\ntypedef short i16;\ntypedef unsigned short u16;\n\
             typedef int i32;\ntypedef unsigned int u32;\ntypedef long long i64;\ntypedef unsigned long long u64;\n\
             typedef float f32;\ntypedef double f64;\n\n"
                .into()
        }
    }
}

/// The function that claims the fault buffer.
pub(crate) fn fault_function(leaf: &Leaf) -> String {
    let mut out = String::new();
    let idx = leaf.ty(Usize);
    type High = fn(&str) -> String;
    type Set = fn(usize, &str) -> String;
    let (high, cas, set): (High, &str, Set) = match leaf.target {
        Target::Wgsl => {
            let _ = writeln!(
                out,
                "fn hoist_fail(site: u32, kind: u32, index: {idx}, len: {idx}, iteration: {idx}) {{"
            );
            // The first finds a zero; what the word holds then does not matter, so that nothing has to be tried again.
            out += "    if (atomicMax(&hoist_fault[0], site + 1u) != 0u) { return; }\n";
            (
                |x| format!("u32({x} >> 32u)"),
                "",
                |n, x| format!("    atomicStore(&hoist_fault[{n}], {x});\n"),
            )
        }
        Target::OpenCl => {
            let _ = writeln!(
                out,
                "static void hoist_fail(__global u32* fault, u32 site, u32 kind, {idx} index, {idx} len, {idx} iteration) {{"
            );
            (
                |x| format!("(u32)({x} >> 32)"),
                "atomic_cmpxchg((volatile __global u32*)fault, 0u, site + 1u)",
                |n, x| format!("    fault[{n}] = {x};\n"),
            )
        }
        Target::Cuda => {
            let _ = writeln!(
                out,
                "static __device__ void hoist_fail(u32* fault, u32 site, u32 kind, {idx} index, {idx} len, {idx} iteration) {{"
            );
            (
                |x| format!("(u32)({x} >> 32)"),
                "atomicCAS(fault, 0u, site + 1u)",
                |n, x| format!("    fault[{n}] = {x};\n"),
            )
        }
    };
    if !cas.is_empty() {
        let _ = writeln!(out, "    if ({cas} != 0u) return;");
    }
    out += &set(
        FAULT_SITE,
        if leaf.wgsl() {
            "(kind << 24u) | site"
        } else {
            "kind << 24 | site"
        },
    );
    for (at, name) in [
        (FAULT_INDEX, "index"),
        (FAULT_LEN, "len"),
        (FAULT_ITERATION, "iteration"),
    ] {
        let low = if leaf.wgsl() {
            format!("u32({name})")
        } else {
            format!("(u32){name}")
        };
        out += &set(at, &low);
        out += &set(at + 1, &if leaf.index64 { high(name) } else { "0u".into() });
    }
    out + "}\n\n"
}

impl Frame<'_> {
    /// A `let` in each language.
    fn constant(leaf: &Leaf, ty: &str, name: &str, value: &str) -> String {
        if leaf.wgsl() {
            format!("    let {name}: {ty} = {value};\n")
        } else {
            format!("    const {ty} {name} = {value};\n")
        }
    }
    /// Two params words as an index.
    fn index_param(leaf: &Leaf, at: usize) -> String {
        match (leaf.index64, leaf.wgsl()) {
            (false, _) => format!("hoist_params[{at}]"),
            (true, true) => format!("(u64(hoist_params[{at}]) | (u64(hoist_params[{}]) << 32u))", at + 1),
            (true, false) => format!("((u64)hoist_params[{at}] | (u64)hoist_params[{}] << 32)", at + 1),
        }
    }
    /// A uniform's value from its two words.
    fn uniform_param(leaf: &mut Leaf, t: ScalarType, at: usize) -> String {
        let low = format!("hoist_params[{at}]");
        let rt = leaf.rt(t);
        match rt {
            Bool => format!("({low} != 0u)"),
            F16 | BF16 => crate::half::value(leaf, rt, &low),
            F32 => leaf.from_bits(F32, &low),
            U32 => low,
            I64 | U64 | F64 => {
                let wide = match leaf.wgsl() {
                    true => format!("(u64(hoist_params[{at}]) | (u64(hoist_params[{}]) << 32u))", at + 1),
                    false => format!("((u64)hoist_params[{at}] | (u64)hoist_params[{}] << 32)", at + 1),
                };
                if rt == F64 {
                    leaf.from_bits(F64, &wide)
                } else {
                    leaf.int_cast(U64, rt, &wide)
                }
            }
            _ => leaf.int_cast(U32, rt, &low),
        }
    }

    /// Global declarations and the entry's signature with its opening brace.
    pub fn open(&self, leaf: &Leaf) -> (String, String) {
        let (mut globals, mut head) = (String::new(), String::new());
        let wg = self.options.workgroup;
        let all = self.buffers.iter().chain(self.scratch).filter(|b| b.is_bound());
        if leaf.wgsl() {
            globals += "@group(0) @binding(0) var<storage, read_write> hoist_fault: array<atomic<u32>>;\n";
            globals += "@group(0) @binding(1) var<storage, read> hoist_params: array<u32>;\n";
            for (n, b) in all.enumerate() {
                let access = if b.written { "read_write" } else { "read" };
                let _ = writeln!(
                    globals,
                    "@group(0) @binding({}) var<storage, {access}> {}: array<{}>;",
                    n + 2,
                    b.name,
                    memory_type(leaf, b)
                );
            }
            globals.push('\n');
            let _ = write!(
                head,
                "@compute @workgroup_size({wg})\nfn {}(@builtin(workgroup_id) hoist_group: vec3<u32>, @builtin(local_invocation_id) hoist_local: vec3<u32>) {{\n",
                self.entry
            );
            return (globals, head);
        }
        let global = if leaf.target == Target::OpenCl { "__global " } else { "" };
        head += &match leaf.target {
            Target::OpenCl => format!(
                "__kernel __attribute__((reqd_work_group_size({wg}, 1, 1)))\nvoid {}(",
                self.entry
            ),
            _ => format!(
                "extern \"C\" __global__ void __launch_bounds__({LARGEST_GROUP}) {}(",
                self.entry
            ),
        };
        let _ = write!(head, "{global}u32* hoist_fault, {global}const u32* hoist_params");
        for b in all {
            let constant = if b.written { "" } else { "const " };
            let _ = write!(head, ", {global}{constant}{}* {}", memory_type(leaf, b), b.name);
        }
        head += ") {\n";
        (globals, head)
    }

    /// The item's number, the values of the params block, and the loop variables (for
    /// [`Schedule::Blocks`] all but the last).
    pub fn prologue(&self, leaf: &mut Leaf, used: &dyn Fn(&str) -> bool) -> String {
        let idx = leaf.ty(Usize);
        let of = |x: &str| match (leaf.wgsl(), leaf.target) {
            (true, _) => format!("{idx}({x})"),
            _ => format!("({idx}){x}"),
        };
        let (gx, gy, lx) = match leaf.target {
            Target::Wgsl => ("hoist_group.x", "hoist_group.y", "hoist_local.x"),
            Target::OpenCl => ("get_group_id(0)", "get_group_id(1)", "get_local_id(0)"),
            Target::Cuda => ("blockIdx.x", "blockIdx.y", "threadIdx.x"),
        };
        let wg = match leaf.target {
            // A text is compiled once for every size.
            Target::Cuda => of("blockDim.x"),
            _ => leaf.index(self.options.workgroup as u64),
        };
        let groups_x = format!("hoist_params[{PARAM_GROUPS_X}]");
        if matches!(self.options.schedule, Schedule::Groups | Schedule::SerialGroups) {
            return self.group_prologue(leaf, used, &format!("{} * {} + {}", of(gy), of(&groups_x), of(gx)), lx);
        }
        let item = format!("({} * {} + {}) * {wg} + {}", of(gy), of(&groups_x), of(gx), of(lx));
        let mut out = Self::constant(leaf, idx, "hoist_item", &item);
        let _ = writeln!(
            out,
            "    if (hoist_item >= {}) {{ return; }}",
            Self::index_param(leaf, PARAM_TOTAL)
        );
        let claimed = if leaf.wgsl() {
            "atomicLoad(&hoist_fault[0])"
        } else {
            "hoist_fault[0]"
        };
        if self.faults {
            let _ = writeln!(out, "    if ({claimed} != 0u) {{ return; }}");
        }
        out + &self.bound_values(leaf, used) + &self.loop_variables(leaf, used)
    }
    /// The same for a group, whose items go together.
    fn group_prologue(&self, leaf: &mut Leaf, used: &dyn Fn(&str) -> bool, group: &str, lane: &str) -> String {
        let (idx, items) = (leaf.ty(Usize), leaf.index(PARTIALS));
        let mut out = Self::constant(leaf, idx, "hoist_number", group);
        let lane = if leaf.wgsl() {
            lane.to_string()
        } else {
            format!("(u32){lane}")
        };
        out += &Self::constant(leaf, leaf.ty(U32), "hoist_lane", &lane);
        let total = Self::index_param(leaf, PARAM_TOTAL);
        let _ = writeln!(out, "    if (hoist_number * {items} >= {total}) {{ return; }}");
        out + &self.bound_values(leaf, used) + &self.loop_variables(leaf, used)
    }
    /// Offsets and lengths of the slices, the uniforms, and the count of rounds.
    fn bound_values(&self, leaf: &mut Leaf, used: &dyn Fn(&str) -> bool) -> String {
        let (mut out, idx) = (String::new(), leaf.ty(Usize));
        if used("hoist_rounds") {
            out += "    var hoist_rounds: u32 = 0u;\n";
        }
        for (n, b) in self.buffers.iter().enumerate() {
            for (suffix, at) in [("offset", PARAM_BUFFERS + 4 * n), ("len", PARAM_BUFFERS + 4 * n + 2)] {
                let name = format!("hoist_{}_{suffix}", b.name);
                if used(&name) {
                    out += &Self::constant(leaf, idx, &name, &Self::index_param(leaf, at));
                }
            }
        }
        for (n, (name, t)) in self.uniforms.iter().enumerate() {
            let value = Self::uniform_param(leaf, *t, param_uniforms(self.buffers.len()) + 2 * n);
            out += &Self::constant(leaf, leaf.ty(*t), name, &value);
        }
        out
    }
    fn loop_variables(&self, leaf: &Leaf, used: &dyn Fn(&str) -> bool) -> String {
        let idx = leaf.ty(Usize);
        let count = |d: usize| Self::index_param(leaf, PARAM_DIMS + 6 * d + 4);
        let value = |d: usize, n: &str| {
            let (start, step) = (
                Self::index_param(leaf, PARAM_DIMS + 6 * d),
                Self::index_param(leaf, PARAM_DIMS + 6 * d + 2),
            );
            Self::constant(leaf, idx, &self.indices[d], &format!("{start} + {n} * {step}"))
        };
        let mut out = String::new();
        let outer = self.indices[..2].iter().any(|n| used(n));
        let schedule = self.options.schedule;
        if matches!(schedule, Schedule::Serial | Schedule::SerialGroups) {
            return self.serial_head(leaf);
        }
        let item = self.iteration();
        let (mut row, mut last) = (item.to_string(), item.to_string());
        match schedule {
            Schedule::Items | Schedule::Groups if outer => {
                out += &Self::constant(leaf, idx, "hoist_row", &format!("{item} / {}", count(2)));
                (row, last) = ("hoist_row".into(), format!("({item} % {})", count(2)));
            }
            Schedule::Items | Schedule::Groups => {}
            Schedule::Blocks => {
                let (block, partials) = (leaf.index(BLOCK), leaf.index(PARTIALS));
                let (ones, blocks) = (leaf.index(BLOCK - 1), format!("hoist_item / {partials} / hoist_blocks"));
                out += &Self::constant(leaf, idx, "hoist_count", &count(2));
                out += &Self::constant(leaf, idx, "hoist_blocks", &format!("(hoist_count + {ones}) / {block}"));
                out += &Self::constant(leaf, idx, "hoist_row", &blocks);
                let first = format!("hoist_item / {partials} % hoist_blocks * {block} + hoist_item % {partials}");
                out += &Self::constant(leaf, idx, "hoist_first", &first);
                row = "hoist_row".into();
            }
            Schedule::Serial | Schedule::SerialGroups => {}
        }
        if used(&self.indices[0]) {
            out += &value(0, &format!("({row} / {})", count(1)));
        }
        if used(&self.indices[1]) {
            out += &value(1, &format!("({row} % {})", count(1)));
        }
        if schedule != Schedule::Blocks && used(&self.indices[2]) {
            out += &value(2, &last);
        }
        out
    }
    /// What stands before the loop over all iterations.
    fn serial_head(&self, leaf: &Leaf) -> String {
        let idx = leaf.ty(Usize);
        let count = |d: usize| Self::index_param(leaf, PARAM_DIMS + 6 * d + 4);
        let mut out = Self::constant(leaf, idx, "hoist_count", &count(2));
        out += &Self::constant(
            leaf,
            idx,
            "hoist_total",
            &format!("{} * {} * hoist_count", count(0), count(1)),
        );
        if !self.scratch.is_empty() {
            let blocks = format!("(hoist_count + {}) / {}", leaf.index(BLOCK - 1), leaf.index(BLOCK));
            out += &Self::constant(leaf, idx, "hoist_blocks", &blocks);
        }
        out
    }
    /// Opens the loop over all iterations, in order. `hoist_partial` is the place of an iteration's
    /// partial in the scratch buffers.
    pub fn serial_loop(&self, leaf: &Leaf) -> String {
        let idx = leaf.ty(Usize);
        let var = if leaf.wgsl() {
            format!("var hoist_n: {idx}")
        } else {
            format!("{idx} hoist_n")
        };
        let one = leaf.index(1);
        let mut out = format!(
            "    for ({var} = {}; hoist_n < hoist_total; hoist_n = hoist_n + {one}) {{\n",
            leaf.index(0)
        );
        let mut constant = |name: &str, value: &str| {
            out += "    ";
            out += &Self::constant(leaf, idx, name, value);
        };
        let param = |at: usize| Self::index_param(leaf, PARAM_DIMS + at);
        let value = |d: usize, n: &str| format!("{} + {n} * {}", param(6 * d), param(6 * d + 2));
        constant("hoist_row", "hoist_n / hoist_count");
        constant("hoist_last", "hoist_n % hoist_count");
        constant(&self.indices[0], &value(0, &format!("(hoist_row / {})", param(10))));
        constant(&self.indices[1], &value(1, &format!("(hoist_row % {})", param(10))));
        constant(&self.indices[2], &value(2, "hoist_last"));
        if !self.scratch.is_empty() {
            let (block, partials) = (leaf.index(BLOCK), leaf.index(PARTIALS));
            constant(
                "hoist_partial",
                &format!("(hoist_row * hoist_blocks + hoist_last / {block}) * {partials} + hoist_last % {partials}"),
            );
        }
        out
    }
    /// Opens the loop over a partial's iterations.
    pub fn blocks_loop(&self, leaf: &Leaf, used: &dyn Fn(&str) -> bool) -> String {
        let idx = leaf.ty(Usize);
        let var = if leaf.wgsl() {
            "var hoist_t = 0u".into()
        } else {
            "u32 hoist_t = 0u".to_string()
        };
        let mut out = format!("    for ({var}; hoist_t < {}u; hoist_t++) {{\n", BLOCK / PARTIALS);
        let t = leaf.int_cast(U32, Usize, "hoist_t");
        let pad = |s: String| format!("    {s}");
        out += &pad(Self::constant(
            leaf,
            idx,
            "hoist_n",
            &format!("hoist_first + {t} * {}", leaf.index(PARTIALS)),
        ));
        out += "        if (hoist_n >= hoist_count) { break; }\n";
        if used(&self.indices[2]) {
            let (start, step) = (
                Self::index_param(leaf, PARAM_DIMS + 12),
                Self::index_param(leaf, PARAM_DIMS + 14),
            );
            out += &pad(Self::constant(
                leaf,
                idx,
                &self.indices[2],
                &format!("{start} + hoist_n * {step}"),
            ));
        }
        out
    }
    /// The flattened number of the iteration, for a fault.
    pub fn iteration(&self) -> &'static str {
        match self.options.schedule {
            Schedule::Items => "hoist_item",
            Schedule::Groups => "hoist_number",
            Schedule::Serial | Schedule::SerialGroups => "hoist_n",
            Schedule::Blocks => "(hoist_row * hoist_count + hoist_n)",
        }
    }
}
