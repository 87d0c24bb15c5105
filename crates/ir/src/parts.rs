//! Structs in the record: their memory is one buffer of unsigned words, of 32 bits where the struct's alignment allows,
//! and a leaf is put together from words, or is a part of one. So no device has to see one memory as several types.

use hoist_machine::element::{At, Element, Index};
use hoist_machine::{Elem, HSlice, Machine, ScalarType, Sl, V};

use crate::builder::TracedBuffer;
use crate::ir::*;
use crate::tracer::{Slice, Tracer};

/// A slice of structs.
#[derive(Clone, Copy)]
pub struct Words {
    slice: Slice,
    /// Bytes of a word.
    unit: usize,
    /// Number of elements.
    pub(crate) len: ExprId,
}

/// Where a leaf is: the word, and the bits below it in there.
struct Place {
    word: V<Tracer, usize>,
    shift: Option<V<Tracer, u32>>,
}

impl Tracer {
    pub(crate) fn words<S: Element>(&self, name: &'static str, x: &HSlice<S>, written: bool) -> Words {
        let unit = align_of::<S>().min(4);
        let traced = TracedBuffer {
            memory: x.memory,
            offset: x.offset * (size_of::<S>() / unit),
            len: x.len * (size_of::<S>() / unit),
            elem: match unit {
                1 => ScalarType::U8,
                2 => ScalarType::U16,
                _ => ScalarType::U32,
            },
        };
        let slice = Slice::Buffer(self.with(|b| b.buffer(name, traced, written)));
        let len = self.with(|b| b.uniform(name, ScalarType::Usize, x.len as u64));
        Words { slice, unit, len }
    }

    fn place(&self, x: Words, at: &At<Tracer>, bytes: usize) -> Place {
        let times = |n: V<Tracer, usize>, by: usize| if by == 1 { n } else { self.mul(n, self.lit(by)) };
        let mut word = times(at.element, at.size / x.unit);
        if at.offset >= x.unit {
            word = self.add(word, self.lit(at.offset / x.unit));
        }
        // Bytes within a word, and steps of fewer than a word's.
        let mut rest: Option<V<Tracer, usize>> = None;
        for step in at.steps.iter().flatten() {
            let by = step.bytes;
            let n = match step.index {
                Index::Same(n) | Index::Each(n) => n,
            };
            if by % x.unit == 0 {
                word = self.add(word, times(n, by / x.unit));
            } else {
                let bytes = times(n, by);
                rest = Some(rest.map_or(bytes, |r| self.add(r, bytes)));
            }
        }
        let within = at.offset % x.unit;
        if bytes >= x.unit {
            return Place { word, shift: None };
        }
        let Some(rest) = rest else {
            let shift = self.lit(8 * within as u32);
            return Place {
                word,
                shift: Some(shift),
            };
        };
        let rest = self.add(rest, self.lit(within));
        let word = self.add(word, self.shr(rest, self.lit(x.unit.trailing_zeros())));
        let byte = self.cast::<usize, u32>(self.and(rest, self.lit(x.unit - 1)));
        Place {
            word,
            shift: Some(self.mul(byte, self.lit(8))),
        }
    }

    fn word(&self, x: Words, at: V<Tracer, usize>, site: u32) -> V<Tracer, u32> {
        match x.unit {
            1 => self.cast(self.load::<u8>(Sl(x.slice), at, false, site)),
            2 => self.cast(self.load::<u16>(Sl(x.slice), at, false, site)),
            _ => self.load::<u32>(Sl(x.slice), at, false, site),
        }
    }
    fn set_word(&self, x: Words, at: V<Tracer, usize>, word: V<Tracer, u32>, site: u32) {
        match x.unit {
            1 => self.store::<u8>(Sl(x.slice), at, self.cast(word), false, site),
            2 => self.store::<u16>(Sl(x.slice), at, self.cast(word), false, site),
            _ => self.store::<u32>(Sl(x.slice), at, word, false, site),
        }
    }

    pub(crate) fn load_part<T: Elem>(&self, x: Words, at: &At<Tracer>, site: u32) -> V<Tracer, T> {
        let bytes = size_of::<T>();
        let Place { word, shift } = self.place(x, at, bytes);
        let low = self.word(x, word, site);
        if bytes == 8 {
            let high = self.word(x, self.add(word, self.lit(1)), site);
            let high = self.shl(self.cast::<u32, u64>(high), self.lit(32u32));
            let bits = self.or(self.cast::<u32, u64>(low), high);
            return match T::SCALAR {
                ScalarType::F64 => self.op(Expr::Bitcast(bits.0)),
                _ => self.cast(bits),
            };
        }
        let bits = match shift {
            Some(shift) => self.and(self.shr(low, shift), self.lit((1 << (8 * bytes)) - 1)),
            None => low,
        };
        match T::SCALAR {
            ScalarType::F32 => self.op(Expr::Bitcast(bits.0)),
            ScalarType::F16 | ScalarType::BF16 => {
                let bits = self.cast::<u32, u16>(bits);
                self.op(Expr::Bitcast(bits.0))
            }
            _ => self.cast(bits),
        }
    }

    pub(crate) fn store_part<T: Elem>(&self, x: Words, at: &At<Tracer>, v: V<Tracer, T>, site: u32) {
        let bytes = size_of::<T>();
        let Place { word, shift } = self.place(x, at, bytes);
        if bytes == 8 {
            let bits: V<Tracer, u64> = match T::SCALAR {
                ScalarType::F64 => self.op(Expr::Bitcast(v.0)),
                _ => self.cast(v),
            };
            self.set_word(x, word, self.cast(bits), site);
            let high = self.shr(bits, self.lit(32u32));
            return self.set_word(x, self.add(word, self.lit(1)), self.cast(high), site);
        }
        let bits: V<Tracer, u32> = match T::SCALAR {
            ScalarType::F32 => self.op(Expr::Bitcast(v.0)),
            ScalarType::F16 | ScalarType::BF16 => self.cast::<u16, u32>(self.op(Expr::Bitcast(v.0))),
            // Without the sign's copies above.
            ScalarType::I8 => self.cast::<u8, u32>(self.cast(v)),
            ScalarType::I16 => self.cast::<u16, u32>(self.cast(v)),
            _ => self.cast(v),
        };
        let Some(shift) = shift else {
            return self.set_word(x, word, bits, site);
        };
        let mask = self.shl(self.lit((1u32 << (8 * bytes)) - 1), shift);
        let others = self.and(self.word(x, word, site), self.not(mask));
        self.set_word(x, word, self.or(others, self.shl(bits, shift)), site);
    }
}
