//! Operands to slots.

use super::{Builder, Symbol};
use crate::ast::{Arg, Op, Ty};
use crate::code::{self, FRAME, LOCAL_WINDOW, PARAM_WINDOW};
use crate::error::Refused;
use crate::ops::int::{ADD64, NOT_PRED};
use crate::value::Slot;

type Result<T> = std::result::Result<T, Refused>;

/// How an operand's width may differ from the instruction's type.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    Same,
    /// Registers may be wider: `ld`, `st`, `cvt`.
    Wider,
}

impl Builder<'_> {
    pub(super) fn find(&self, name: &str) -> Option<Symbol> {
        self.scopes.iter().rev().find_map(|s| s.get(name)).copied()
    }

    /// A special register and its type.
    fn special(&self, name: &str) -> Option<(u32, Ty)> {
        let (base, lane) = name.split_once('.').map_or((name, None), |(b, l)| (b, Some(l)));
        let along = match lane {
            None => 0,
            Some("x") => 0,
            Some("y") => 1,
            Some("z") => 2,
            Some(_) => return None,
        };
        if lane.is_some() {
            let first = match base {
                "%tid" => code::TID,
                "%ntid" => code::NTID,
                "%ctaid" => code::CTAID,
                "%nctaid" => code::NCTAID,
                _ => return None,
            };
            return Some((first + along, Ty::U32));
        }
        Some(match name {
            "%laneid" => (code::LANE, Ty::U32),
            "%warpid" => (code::WARP, Ty::U32),
            "%nwarpid" => (code::NWARP, Ty::U32),
            "%smid" => (code::ZERO, Ty::U32),
            "%gridid" => (code::ZERO, Ty::U64),
            "%total_smem_size" => (code::SHARED_BYTES, Ty::U32),
            "%dynamic_smem_size" => (code::DYNAMIC_BYTES, Ty::U32),
            "%lanemask_eq" => (code::MASKS, Ty::U32),
            "%lanemask_lt" => (code::MASKS + 1, Ty::U32),
            "%lanemask_le" => (code::MASKS + 2, Ty::U32),
            "%lanemask_gt" => (code::MASKS + 3, Ty::U32),
            "%lanemask_ge" => (code::MASKS + 4, Ty::U32),
            _ => return None,
        })
    }

    fn check(&self, name: &str, has: Ty, wanted: Ty, width: Width, line: u32) -> Result<()> {
        let fits = match (has == Ty::Pred, wanted == Ty::Pred) {
            (true, true) => true,
            (false, false) => has.bytes() == wanted.bytes() || has.bytes() > wanted.bytes() && width == Width::Wider,
            _ => false,
        };
        if fits {
            return Ok(());
        }
        Err(Refused::new(
            line,
            format!("`{name}` is .{} where .{} is expected", has.name(), wanted.name()),
        ))
    }

    /// The slot that holds a source operand of type `ty`.
    pub(super) fn source(&mut self, op: &Op, n: usize, ty: Ty) -> Result<u32> {
        self.read(&op.args[n], ty, Width::Same, op.line)
    }

    pub(super) fn read(&mut self, arg: &Arg, ty: Ty, width: Width, line: u32) -> Result<u32> {
        let wrong = |what: String| Err(Refused::new(line, what));
        let bits = match arg {
            Arg::Name(name) => return self.named(name, 0, ty, width, line),
            Arg::Near(name, offset) => return self.named(name, *offset, ty, width, line),
            Arg::Not(name) if ty == Ty::Pred => {
                let from = self.predicate(name, line)?;
                let to = self.slot();
                self.alu(line, NOT_PRED, to, &[from], 0);
                return Ok(to);
            }
            Arg::Int(v) if ty == Ty::Pred => v & 1,
            Arg::Int(v) if !ty.is_float() => *v,
            Arg::F32(v) => match ty {
                Ty::F64 => f64::from(f32::from_bits(*v)).to_bits(),
                _ if ty.bytes() == 4 => Slot::from(*v),
                _ => return wrong(format!("a constant of 32 bits for .{}", ty.name())),
            },
            Arg::F64(v) => match ty {
                Ty::F32 => Slot::from((f64::from_bits(*v) as f32).to_bits()),
                _ if ty.bytes() == 8 => *v,
                _ => return wrong(format!("a constant of 64 bits for .{}", ty.name())),
            },
            other => return wrong(format!("operand {other:?} for .{}", ty.name())),
        };
        Ok(self.constant(bits))
    }

    fn named(&mut self, name: &str, offset: i64, ty: Ty, width: Width, line: u32) -> Result<u32> {
        if let Some((slot, has)) = self.special(name) {
            // `%tid` and its like may be read in 16 bits.
            let has = if ty.bytes() == 2 { ty } else { has };
            self.check(name, has, ty, width, line)?;
            return Ok(slot);
        }
        if name == "WARP_SZ" {
            return Ok(self.constant(32));
        }
        match self.find(name) {
            Some(Symbol::Register(slot, has)) if offset == 0 => {
                self.check(name, has, ty, width, line)?;
                Ok(slot)
            }
            Some(Symbol::Shared(at)) => Ok(self.constant(at.wrapping_add(offset as u64))),
            Some(Symbol::Global(at)) => Ok(self.constant(at.wrapping_add(offset as u64))),
            Some(Symbol::Param(at)) => Ok(self.constant(PARAM_WINDOW.wrapping_add(at).wrapping_add(offset as u64))),
            Some(Symbol::Frame(at)) => {
                let (to, at) = (self.slot(), self.constant(at.wrapping_add(offset as u64)));
                self.alu(line, ADD64, to, &[FRAME, at], 0);
                Ok(to)
            }
            _ => Err(Refused::new(line, format!("unknown name `{name}`"))),
        }
    }

    /// A predicate register.
    pub(super) fn predicate(&mut self, name: &str, line: u32) -> Result<u32> {
        self.named(name, 0, Ty::Pred, Width::Same, line)
    }

    /// The slot of a destination of type `ty`.
    pub(super) fn target(&mut self, op: &Op, n: usize, ty: Ty) -> Result<u32> {
        self.write(&op.args[n], ty, Width::Same, op.line)
    }

    pub(super) fn write(&mut self, arg: &Arg, ty: Ty, width: Width, line: u32) -> Result<u32> {
        match arg {
            Arg::Sink => Ok(code::SINK),
            Arg::Name(name) => match self.find(name) {
                Some(Symbol::Register(slot, has)) => {
                    self.check(name, has, ty, width, line)?;
                    Ok(slot)
                }
                _ => Err(Refused::new(line, format!("`{name}` is no register"))),
            },
            other => Err(Refused::new(line, format!("{other:?} is no register"))),
        }
    }

    /// The registers of `{a, b}` or of one operand.
    pub(super) fn parts<'x>(&self, arg: &'x Arg) -> Vec<&'x Arg> {
        match arg {
            Arg::Pack(all) => all.iter().collect(),
            one => vec![one],
        }
    }

    /// Base slot and offset of `[…]`.
    pub(super) fn address(&mut self, arg: &Arg, line: u32) -> Result<(u32, u64)> {
        let Arg::At(base, offset) = arg else {
            return Err(Refused::new(line, format!("{arg:?} is no address")));
        };
        let offset = *offset as u64;
        let Some(name) = base else {
            return Ok((self.constant(offset), 0));
        };
        match self.find(name) {
            Some(Symbol::Register(slot, ty)) if ty.bytes() >= 4 => Ok((slot, offset)),
            // Declared parameters are in the frame; an address in `.param` space is generic here.
            Some(Symbol::Frame(at)) => Ok((FRAME, at.wrapping_add(offset))),
            Some(Symbol::Param(at)) => Ok((self.constant(PARAM_WINDOW + at), offset)),
            Some(Symbol::Shared(at) | Symbol::Global(at)) => Ok((self.constant(at), offset)),
            _ => Err(Refused::new(line, format!("unknown address `{name}`"))),
        }
    }

    /// Whether an address names a variable of the frame, which `ld.param` and `st.param` then mean.
    pub(super) fn is_in_frame(&self, arg: &Arg) -> bool {
        matches!(arg, Arg::At(Some(name), _) if matches!(self.find(name), Some(Symbol::Frame(_))))
    }
}

const _: () = assert!(LOCAL_WINDOW < PARAM_WINDOW);
