//! The user's names, made safe for each language.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::Target;

const C_WORDS: &str = "auto break case char const continue default do double else enum extern float for goto if \
inline int long register restrict return short signed sizeof static struct switch typedef union unsigned void \
volatile while bool true false half kernel global local constant private generic uchar ushort uint ulong size_t \
ptrdiff_t intptr_t uintptr_t sampler_t event_t image2d_t pipe read_only write_only read_write NULL INFINITY NAN M_PI M_E \
and and_eq asm bitand bitor catch class compl const_cast constexpr decltype delete dynamic_cast explicit export \
false friend mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public \
reinterpret_cast static_assert static_cast template this thread_local throw try typeid typename using virtual \
wchar_t xor xor_eq alignas alignof char8_t char16_t char32_t concept requires co_await co_return co_yield \
consteval constinit main printf abs min max clamp fma sqrt floor ceil trunc rint rsqrt isnan select popcount \
clz ctz mad fmod threadIdx blockIdx blockDim gridDim warpSize linux unix complex imaginary vec_step \
i8 u8 i16 u16 i32 u32 i64 u64 f32 f64 usize signbit isinf isfinite fabs fabsf floorf ceilf truncf rintf roundf \
round pow exp log sin cos tan tanh exp2 log2 log10 cbrt hypot erf j0 j1 jn y0 y1 yn gamma lgamma ldexp frexp modf \
mix step sign degrees radians smoothstep distance length normalize dot cross any all rotate hadd rhadd mul_hi \
mad_hi mad24 mul24 upsample bitselect as_uint as_float as_ulong as_double prefetch barrier convert native vload vstore \
event char2 char3 char4 int2 int3 int4 uint2 uint3 uint4 float2 float3 float4 double2 double3 double4 acos asin \
atan atan2 acosh asinh atanh sinh cosh powf powi abs_diff add_sat sub_sat fdim fmax fmin nan nextafter remainder \
remquo sincos rootn pown powr expm1 log1p logb ilogb maxmag minmag fract nanf index time clock exit \
atomicAdd atomicMin atomicMax atomicAnd atomicOr atomicXor atomicExch atomicCAS atomic_add atomic_min atomic_max atomic_and \
atomic_or atomic_xor atomic_xchg atomic_cmpxchg atom_add atom_min atom_max atom_and atom_or atom_xor atom_xchg atom_cmpxchg \
get_global_id get_local_id get_group_id get_local_size get_num_groups";

const WGSL_WORDS: &str = "alias break case const const_assert continue continuing default diagnostic discard else enable \
false fn for if let loop override requires return struct switch true var while NULL Self abstract active alignas \
alignof as asm asm_fragment async attribute auto await become cast catch class co_await co_return co_yield \
coherent column_major common compile compile_fragment concept const_cast consteval constexpr constinit crate \
debugger decltype delete demote demote_to_helper do dynamic_cast enum explicit export extends extern external \
fallthrough filter final finally friend from fxgroup get goto groupshared highp impl implements import inline \
instanceof interface layout lowp macro macro_rules match mediump meta mod module move mut mutable namespace new \
nil noexcept noinline nointerpolation non_coherent noncoherent noperspective null nullptr of operator package \
packoffset partition pass patch pixelfragment precise precision premerge priv protected pub public readonly ref \
regardless register reinterpret_cast require resource restrict self set shared sizeof smooth snorm static \
static_assert static_cast std subroutine super target template this thread_local throw trait try type typedef \
typeid typename typeof union unless unorm unsafe unsized use using varying virtual volatile wgsl where with \
writeonly yield bool f16 f32 f64 i32 i64 u32 u64 vec2 vec3 vec4 mat2x2 mat3x3 mat4x4 array atomic ptr sampler \
texture_2d function private workgroup uniform storage read write read_write abs min max clamp fma sqrt floor \
ceil trunc round select bitcast main \
i8 u8 i16 u16 usize sign exp exp2 log log2 sin cos tan tanh pow dot length distance normalize cross any all \
arrayLength atomicLoad atomicStore atomicAnd atomicOr countOneBits countLeadingZeros countTrailingZeros fract mix \
step smoothstep saturate degrees radians inverseSqrt ldexp frexp modf sinh cosh asin acos atan atan2 asinh acosh \
atanh reverseBits transpose determinant reflect refract outerProduct insertBits extractBits atomicAdd atomicSub atomicMin \
atomicMax atomicXor atomicExchange atomicCompareExchangeWeak workgroupBarrier storageBarrier workgroupUniformLoad";

/// Hands out names that are unique and no word of the language.
pub(crate) struct Names {
    words: &'static HashSet<&'static str>,
    taken: HashSet<String>,
    /// The number that was last put behind a name.
    last: HashMap<String, u32>,
}

impl Names {
    pub fn new(target: Target) -> Names {
        static WORDS: LazyLock<[HashSet<&str>; 2]> =
            LazyLock::new(|| [C_WORDS, WGSL_WORDS].map(|list| list.split_ascii_whitespace().collect()));
        Names {
            words: &WORDS[usize::from(target == Target::Wgsl)],
            taken: HashSet::new(),
            last: HashMap::new(),
        }
    }

    /// `name` itself where possible, else with a number behind it.
    pub fn fresh(&mut self, name: &str) -> String {
        let mut base: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
            .collect();
        base = base.trim_matches('_').to_string();
        while base.contains("__") {
            base = base.replace("__", "_");
        }
        if base.is_empty() || base.starts_with(|c: char| c.is_ascii_digit()) || base.starts_with("hoist") {
            base.insert_str(0, "v_");
        }
        let base = base.trim_end_matches('_').to_string();
        if !self.words.contains(base.as_str()) && self.taken.insert(base.clone()) {
            return base;
        }
        let mut n = self.last.get(&base).copied().unwrap_or(0);
        loop {
            n += 1;
            let next = format!("{base}_{n}");
            if self.taken.insert(next.clone()) {
                self.last.insert(base, n);
                return next;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_safe_and_unique() {
        let mut n = Names::new(Target::Wgsl);
        assert_eq!(n.fresh("x"), "x");
        assert_eq!(n.fresh("x"), "x_1");
        assert_eq!(n.fresh("fn"), "fn_1");
        assert_eq!(n.fresh("__a__b"), "a_b");
        assert_eq!(n.fresh("größe"), "gr_e");
        assert_eq!(n.fresh("_"), "v");
        assert_eq!(n.fresh("hoist_item"), "v_hoist_item");
        let mut c = Names::new(Target::Cuda);
        assert_eq!(c.fresh("float"), "float_1");
    }
}
