//! Moves, conversions, memory, atomics.

use super::Builder;
use super::mods::Mods;
use super::operand::Width;
use crate::ast::{Arg, Op, Space, Ty};
use crate::code::{Alu, Exchange, Inst, Kind, LOCAL_WINDOW, SHARED_WINDOW};
use crate::error::Refused;
use crate::ops::int::{ADD64, MOV};
use crate::ops::{convert, float};
use crate::parse::space;
use crate::soft::Round;
use crate::value::Value;

type Result<T> = std::result::Result<T, Refused>;

/// Hints on caches, and how threads see a store: nothing to do where threads are interleaved.
fn is_hint(m: &str) -> bool {
    matches!(
        m,
        "volatile"
            | "relaxed"
            | "acquire"
            | "release"
            | "acq_rel"
            | "weak"
            | "mmio"
            | "cta"
            | "cluster"
            | "gpu"
            | "sys"
            | "ca"
            | "cg"
            | "cs"
            | "cv"
            | "lu"
            | "wb"
            | "wt"
            | "nc"
            | "unified"
    ) || ["L1::", "L2::"].iter().any(|p| m.starts_with(p))
}

fn take_space(m: &mut Mods) -> Space {
    let all = [
        "global",
        "const",
        "shared",
        "shared::cta",
        "local",
        "param",
        "param::entry",
        "param::func",
    ];
    m.one_of(&all).and_then(space).unwrap_or(Space::Generic)
}

impl Builder<'_> {
    pub(super) fn data(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        match m.base {
            "mov" => self.mov(op, m),
            "cvt" => self.cvt(op, m),
            "cvta" => self.cvta(op, m),
            "ld" | "ldu" | "st" => self.access(op, m),
            "atom" | "red" => self.atom(op, m),
            "isspacep" => self.is_space(op, m),
            _ => {
                m.skip(|m| is_hint(m) || matches!(m, "L1" | "L2" | "global" | "local"));
                m.done(1)?;
                self.push(Inst::new(Kind::Nop, op.line));
                Ok(())
            }
        }
    }

    fn mov(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let ty = m.ty()?;
        m.done(2)?;
        match (&op.args[0], &op.args[1]) {
            (Arg::Pack(to), from) => self.unpack(op, ty, to, from),
            (_, Arg::Pack(from)) => self.pack(op, ty, from),
            (_, Arg::Name(n)) if matches!(n.as_str(), "%clock" | "%clock_hi" | "%clock64" | "%globaltimer") => {
                let mut inst = Inst::new(Kind::Clock, op.line);
                inst.d = self.target(op, 0, ty)?;
                inst.x = u64::from(n == "%clock_hi");
                self.push(inst);
                Ok(())
            }
            _ => {
                // A shared address fits 32 bits.
                let (from, d) = (self.source(op, 1, ty)?, self.target(op, 0, ty)?);
                self.alu(op.line, MOV, d, &[from], 0);
                Ok(())
            }
        }
    }

    /// `mov.b64 %rd, {%r1, %r2}`.
    fn pack(&mut self, op: &Op, ty: Ty, from: &[Arg]) -> Result<()> {
        let part = self.part(op, ty, from.len())?;
        let d = self.target(op, 0, ty)?;
        let t = self.slot();
        let zero = self.constant(0);
        self.alu(op.line, MOV, t, &[zero], 0);
        for (n, arg) in from.iter().enumerate() {
            let slot = self.read(arg, part, Width::Same, op.line)?;
            let f: Alu = |r, i| {
                let mask = if i.x >> 8 >= 64 {
                    u64::MAX
                } else {
                    (1 << (i.x >> 8)) - 1
                };
                r[i.d as usize] |= (r[i.a as usize] & mask) << (i.x & 255);
            };
            let bits = 8 * part.bytes() as u64;
            self.alu(op.line, f, t, &[slot], (n as u64 * bits) | (bits << 8));
        }
        self.alu(op.line, MOV, d, &[t], 0);
        Ok(())
    }

    fn unpack(&mut self, op: &Op, ty: Ty, to: &[Arg], from: &Arg) -> Result<()> {
        let part = self.part(op, ty, to.len())?;
        let from = self.read(from, ty, Width::Same, op.line)?;
        // The source may be one of the destinations.
        let t = self.slot();
        self.alu(op.line, MOV, t, &[from], 0);
        for (n, arg) in to.iter().enumerate() {
            let d = self.write(arg, part, Width::Same, op.line)?;
            let f: Alu = |r, i| r[i.d as usize] = r[i.a as usize] >> i.x;
            self.alu(op.line, f, d, &[t], n as u64 * 8 * part.bytes() as u64);
        }
        Ok(())
    }

    fn part(&self, op: &Op, ty: Ty, count: usize) -> Result<Ty> {
        match ty.bytes() / count.max(1) {
            1 => Ok(Ty::B8),
            2 => Ok(Ty::B16),
            4 => Ok(Ty::B32),
            _ => Err(Refused::new(op.line, format!("{count} parts in `{}`", op.name))),
        }
    }

    fn cvt(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let (from, to) = (m.ty()?, m.ty()?);
        let (flush, saturate) = (m.take("ftz"), m.take("sat"));
        let (round, integral) = (m.round(), m.round_int());
        m.done(2)?;
        if from.is_bits() || to.is_bits() || from == Ty::Pred || to == Ty::Pred {
            return m.unknown();
        }
        // What the manual demands: a rounding exactly where one happens.
        let narrows = to.is_float() && (!from.is_float() || (from, to) == (Ty::F64, Ty::F32));
        let to_integer = from.is_float() && !to.is_float();
        let same = from == to && from.is_float();
        let known = match (round, integral) {
            (Some(_), Some(_)) => false,
            (Some(_), None) => narrows,
            (None, Some(_)) => to_integer || same,
            (None, None) => !narrows && !to_integer,
        };
        if !known || flush && from != Ty::F32 && to != Ty::F32 {
            return m.unknown();
        }
        let mut slot = self.read(&op.args[1], from, Width::Wider, op.line)?;
        let d = self.write(&op.args[0], to, Width::Wider, op.line)?;
        if flush && from == Ty::F32 {
            let t = self.slot();
            self.alu(op.line, float::FLUSH, t, &[slot], 0);
            slot = t;
        }
        let used = round.or(integral).unwrap_or(Round::Near);
        let plain = convert::plain(to, from).filter(|_| !saturate && used == Round::Near);
        match plain {
            Some(f) => self.alu(op.line, f, d, &[slot], 0),
            None => {
                let x = convert::pattern(to, from, used, same && integral.is_some(), saturate);
                self.alu(op.line, convert::GENERAL, d, &[slot], x);
            }
        }
        if flush && to == Ty::F32 {
            self.alu(op.line, float::FLUSH, d, &[d], 0);
        }
        Ok(())
    }

    fn cvta(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let (ty, back) = (m.ty()?, m.take("to"));
        let space = take_space(m);
        m.done(2)?;
        let window = match space {
            Space::Shared => SHARED_WINDOW,
            Space::Local => LOCAL_WINDOW,
            Space::Global | Space::Const | Space::Param => 0,
            Space::Generic => return m.unknown(),
        };
        let window = if back { window.wrapping_neg() } else { window };
        let (from, d) = (self.source(op, 1, ty)?, self.target(op, 0, ty)?);
        let window = self.constant(window);
        self.alu(op.line, ADD64, d, &[from, window], 0);
        Ok(())
    }

    fn is_space(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let space = take_space(m);
        m.done(2)?;
        let f: Alu = match space {
            Space::Shared => |r, i| r[i.d as usize] = (r[i.a as usize] >> 32 == SHARED_WINDOW >> 32).put(),
            Space::Local => |r, i| r[i.d as usize] = (r[i.a as usize] >> 32 == LOCAL_WINDOW >> 32).put(),
            Space::Global => |r, i| r[i.d as usize] = (r[i.a as usize] >> 32 >= 16).put(),
            _ => return m.unknown(),
        };
        let (from, d) = (self.source(op, 1, Ty::B64)?, self.target(op, 0, Ty::Pred)?);
        self.alu(op.line, f, d, &[from], 0);
        Ok(())
    }

    fn access(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let ty = m.ty()?;
        let mut space = take_space(m);
        let lanes = match m.one_of(&["v2", "v4"]) {
            Some("v2") => 2,
            Some(_) => 4,
            None => 1,
        };
        m.skip(is_hint);
        m.done(2)?;
        let store = m.base == "st";
        let (address, value) = if store { (0, 1) } else { (1, 0) };
        if space == Space::Param {
            space = if self.is_in_frame(&op.args[address]) {
                Space::Local
            } else {
                Space::Generic
            };
        }
        let (bytes, signed) = (ty.bytes() as u8, ty.is_signed());
        let parts = self.parts(&op.args[value]);
        if parts.len() != lanes || ty == Ty::Pred || store && space == Space::Const {
            return m.unknown();
        }
        let mut slots = vec![];
        for part in parts {
            slots.push(match store {
                true => self.read(part, ty, Width::Wider, op.line)?,
                false => self.write(part, ty, Width::Wider, op.line)?,
            });
        }
        let (a, x) = self.address(&op.args[address], op.line)?;
        let mut inst = Inst::new(Kind::Nop, op.line);
        (inst.a, inst.x) = (a, x);
        if lanes == 1 {
            inst.kind = if store {
                Kind::Store { space, bytes }
            } else {
                Kind::Load { space, bytes, signed }
            };
            if store {
                inst.b = slots[0];
            } else {
                inst.d = slots[0];
            }
        } else {
            inst.kind = if store {
                Kind::StoreMany { space, bytes }
            } else {
                Kind::LoadMany { space, bytes, signed }
            };
            inst.d = self.list(&slots);
            inst.e = lanes as u32;
        }
        self.push(inst);
        Ok(())
    }

    fn atom(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let ty = m.ty()?;
        let space = take_space(m);
        let names = ["add", "min", "max", "inc", "dec", "and", "or", "xor", "exch", "cas"];
        let Some(name) = m.one_of(&names) else {
            return m.unknown();
        };
        m.skip(is_hint);
        m.take("noftz");
        let reduce = m.base == "red";
        let Some(to) = exchange(name, ty) else {
            return m.unknown();
        };
        if reduce && matches!(name, "exch" | "cas") || matches!(space, Space::Local | Space::Param | Space::Const) {
            return m.unknown();
        }
        let first = usize::from(!reduce);
        m.done(first + if name == "cas" { 3 } else { 2 })?;
        let bytes = ty.bytes() as u8;
        let mut inst = Inst::new(Kind::Atom { space, bytes, to }, op.line);
        if !reduce {
            inst.d = self.target(op, 0, ty)?;
        }
        (inst.a, inst.x) = self.address(&op.args[first], op.line)?;
        inst.b = self.source(op, first + 1, ty)?;
        if name == "cas" {
            inst.c = self.source(op, first + 2, ty)?;
        }
        self.push(inst);
        Ok(())
    }
}

/// The new value of an atomic operation.
fn exchange(name: &str, ty: Ty) -> Option<Exchange> {
    macro_rules! on {
        ($t:ty, |$o:ident, $b:ident| $e:expr) => {
            (|o, b, _| {
                let ($o, $b) = (<$t as Value>::get(o), <$t as Value>::get(b));
                let v: $t = $e;
                v.put()
            }) as Exchange
        };
    }
    Some(match (name, ty) {
        ("exch", Ty::B32 | Ty::B64) => |_, b, _| b,
        ("cas", Ty::B16) => |o, b, c| if o as u16 == b as u16 { c } else { o },
        ("cas", Ty::B32) => |o, b, c| if o as u32 == b as u32 { c } else { o },
        ("cas", Ty::B64) => |o, b, c| if o == b { c } else { o },
        ("and", Ty::B32 | Ty::B64) => |o, b, _| o & b,
        ("or", Ty::B32 | Ty::B64) => |o, b, _| o | b,
        ("xor", Ty::B32 | Ty::B64) => |o, b, _| o ^ b,
        ("add", Ty::U32 | Ty::S32) => on!(u32, |o, b| o.wrapping_add(b)),
        ("add", Ty::U64) => on!(u64, |o, b| o.wrapping_add(b)),
        ("add", Ty::F32) => on!(f32, |o, b| o + b),
        ("add", Ty::F64) => on!(f64, |o, b| o + b),
        ("min", Ty::U32) => on!(u32, |o, b| o.min(b)),
        ("min", Ty::S32) => on!(i32, |o, b| o.min(b)),
        ("min", Ty::U64) => on!(u64, |o, b| o.min(b)),
        ("min", Ty::S64) => on!(i64, |o, b| o.min(b)),
        ("max", Ty::U32) => on!(u32, |o, b| o.max(b)),
        ("max", Ty::S32) => on!(i32, |o, b| o.max(b)),
        ("max", Ty::U64) => on!(u64, |o, b| o.max(b)),
        ("max", Ty::S64) => on!(i64, |o, b| o.max(b)),
        ("inc", Ty::U32) => on!(u32, |o, b| if o >= b { 0 } else { o + 1 }),
        ("dec", Ty::U32) => on!(u32, |o, b| if o == 0 || o > b { b } else { o - 1 }),
        _ => return None,
    })
}
