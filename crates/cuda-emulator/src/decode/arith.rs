//! Arithmetic, bits, comparisons.

use super::Builder;
use super::mods::Mods;
use crate::ast::{Arg, Op, Ty};
use crate::code::{Alu, NONE, given};
use crate::error::Refused;
use crate::ops::int::{LOP3, MOV, NOT_PRED, SELP};
use crate::ops::{compare, float, int};
use crate::soft::Round;

type Result<T> = std::result::Result<T, Refused>;

/// The type of twice the width.
fn wide(ty: Ty) -> Ty {
    match ty {
        Ty::U16 => Ty::U32,
        Ty::S16 => Ty::S32,
        Ty::U32 => Ty::U64,
        Ty::S32 => Ty::S64,
        other => other,
    }
}

impl Builder<'_> {
    /// Sources of `types` behind the destination, flushed where asked.
    fn sources(&mut self, op: &Op, types: &[Ty], flush: bool) -> Result<Vec<u32>> {
        let mut all = vec![];
        for (n, &ty) in types.iter().enumerate() {
            let mut slot = self.source(op, n + 1, ty)?;
            if flush && ty == Ty::F32 {
                let to = self.slot();
                self.alu(op.line, float::FLUSH, to, &[slot], 0);
                slot = to;
            }
            all.push(slot);
        }
        Ok(all)
    }

    pub(super) fn arithmetic(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let ty = m.ty()?;
        if ty.is_float() {
            return self.floats(op, m, ty);
        }
        match m.base {
            "add" | "sub" | "addc" | "subc" => self.sum(op, m, ty),
            "mul" | "mad" | "madc" | "mul24" | "mad24" => self.product(op, m, ty),
            "sad" => {
                m.done(4)?;
                let (d, from) = (self.target(op, 0, ty)?, self.sources(op, &[ty; 3], false)?);
                let Some(f) = int::ternary("sad", ty) else {
                    return m.unknown();
                };
                self.alu(op.line, f, d, &from, 0);
                Ok(())
            }
            "abs" | "neg" => self.simple(op, m, ty, int::unary(m.base, ty), &[ty]),
            _ => self.simple(op, m, ty, int::binary(m.base, ty), &[ty; 2]),
        }
    }

    /// A destination of `ty` and sources, with no modifier left.
    fn simple(&mut self, op: &Op, m: &Mods, ty: Ty, f: Option<Alu>, from: &[Ty]) -> Result<()> {
        m.done(from.len() + 1)?;
        let Some(f) = f else { return m.unknown() };
        let from = self.sources(op, from, false)?;
        let d = self.target(op, 0, ty)?;
        self.alu(op.line, f, d, &from, 0);
        Ok(())
    }

    fn sum(&mut self, op: &Op, m: &mut Mods, ty: Ty) -> Result<()> {
        let (carry, saturate) = (m.take("cc"), m.take("sat"));
        let reads = m.base.ends_with('c');
        let base = m.base.trim_end_matches('c');
        if carry || reads {
            if ty.bytes() < 4 || saturate {
                return m.unknown();
            }
            m.done(3)?;
            let from = self.sources(op, &[ty; 2], false)?;
            let d = self.target(op, 0, ty)?;
            let f = int::carried(base == "sub", ty.bytes() == 8);
            self.alu(op.line, f, d, &from, u64::from(reads) | u64::from(carry) << 1);
            return Ok(());
        }
        let name = if saturate { format!("{base}.sat") } else { base.into() };
        self.simple(op, m, ty, int::binary(&name, ty), &[ty; 2])
    }

    fn product(&mut self, op: &Op, m: &mut Mods, ty: Ty) -> Result<()> {
        let Some(part) = m.one_of(&["lo", "hi", "wide"]) else {
            return m.unknown();
        };
        let part = if m.base.ends_with("24") {
            format!("{part}24")
        } else {
            part.into()
        };
        let result = if part == "wide" { wide(ty) } else { ty };
        if m.base.starts_with("mul") {
            return self.simple(op, m, result, int::product(&part, ty), &[ty; 2]);
        }
        let (saturate, writes, reads) = (m.take("sat"), m.take("cc"), m.base == "madc");
        let carries = writes || reads;
        if let (Some(f), false, false) = (int::mad(&part, ty), saturate, carries) {
            return self.simple(op, m, result, Some(f), &[ty, ty, result]);
        }
        let plus = match (carries, saturate) {
            (true, false) if ty.bytes() >= 4 && result == ty => Some(int::carried(false, ty.bytes() == 8)),
            (true, _) => None,
            (false, true) => int::binary("add.sat", result),
            (false, false) => int::binary("add", result),
        };
        let (Some(times), Some(plus)) = (int::product(&part, ty), plus) else {
            return m.unknown();
        };
        m.done(4)?;
        let from = self.sources(op, &[ty, ty, result], false)?;
        let (d, t) = (self.target(op, 0, result)?, self.slot());
        self.alu(op.line, times, t, &from[..2], 0);
        let x = u64::from(reads) | (u64::from(writes) << 1);
        self.alu(op.line, plus, d, &[t, from[2]], x);
        Ok(())
    }

    fn floats(&mut self, op: &Op, m: &mut Mods, ty: Ty) -> Result<()> {
        let (flush, saturate) = (m.take("ftz"), m.take("sat"));
        let approximate = m.take("approx") || m.take("full");
        let round = m.round();
        let base = if m.base == "mad" { "fma" } else { m.base };
        let count = match base {
            "fma" => 3,
            "add" | "sub" | "mul" | "div" | "min" | "max" | "copysign" => 2,
            _ => 1,
        };
        let nan = m.take("NaN");
        let name = if nan { format!("{base}.NaN") } else { base.into() };
        let f = match base {
            "div" | "sqrt" | "rcp" | "fma" if round.is_none() && !approximate => None,
            "add" | "sub" | "mul" | "fma" | "div" | "sqrt" | "rcp" => {
                float::arithmetic(&name, ty, round.unwrap_or(Round::Near))
            }
            _ if round.is_some() => None,
            "rsqrt" | "sin" | "cos" | "lg2" | "ex2" | "tanh" if !approximate => None,
            "rsqrt" | "sin" | "cos" | "lg2" | "ex2" | "tanh" => float::approximate(&name, ty),
            _ => float::exact(&name, ty),
        };
        let Some(f) = f else { return m.unknown() };
        m.done(count + 1)?;
        let from = self.sources(op, &vec![ty; count], flush)?;
        let d = self.target(op, 0, ty)?;
        self.alu(op.line, f, d, &from, round.unwrap_or(Round::Near) as u64);
        if flush && ty == Ty::F32 {
            self.alu(op.line, float::FLUSH, d, &[d], 0);
        }
        if saturate {
            let Some(f) = float::saturate(ty) else {
                return m.unknown();
            };
            self.alu(op.line, f, d, &[d], 0);
        }
        Ok(())
    }

    pub(super) fn bits(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let u = Ty::U32;
        match m.base {
            "dp4a" | "dp2a" => return self.dot(op, m),
            "prmt" => {
                let mode = m.one_of(&["f4e", "b4e", "rc8", "ecl", "ecr", "rc16"]).unwrap_or("");
                let ty = m.ty()?;
                return self.simple(op, m, ty, int::prmt(mode).filter(|_| ty == Ty::B32), &[Ty::B32; 3]);
            }
            "lop3" => {
                let ty = m.ty()?;
                m.done(5)?;
                let Arg::Int(table) = op.args[4] else {
                    return m.unknown();
                };
                let (from, d) = (self.sources(op, &[ty; 3], false)?, self.target(op, 0, ty)?);
                self.alu(op.line, LOP3, d, &from, table);
                return Ok(());
            }
            "shf" => {
                let (left, right) = (m.take("l"), m.take("r"));
                let (wrap, clamp) = (m.take("wrap"), m.take("clamp"));
                let ty = m.ty()?;
                let known = left != right && wrap != clamp && ty == Ty::B32;
                return self.simple(op, m, ty, Some(int::funnel(left, wrap)).filter(|_| known), &[ty, ty, u]);
            }
            "bmsk" | "szext" => {
                let (wrap, clamp, ty) = (m.take("wrap"), m.take("clamp"), m.ty()?);
                let f = if m.base == "bmsk" {
                    int::bmsk(wrap)
                } else {
                    int::szext(wrap, ty.is_signed())
                };
                let known = wrap != clamp && ty.bytes() == 4;
                return self.simple(op, m, ty, Some(f).filter(|_| known), &[ty, u]);
            }
            _ => {}
        }
        let shift_amount = m.base == "bfind" && m.take("shiftamt");
        let ty = m.ty()?;
        match m.base {
            "and" | "or" | "xor" => self.simple(op, m, ty, int::binary(m.base, ty), &[ty; 2]),
            "shl" | "shr" => self.simple(op, m, ty, int::binary(m.base, ty), &[ty, u]),
            "popc" | "clz" => self.simple(op, m, u, int::unary(m.base, ty), &[ty]),
            "bfind" => {
                let name = if shift_amount { "bfind.shiftamt" } else { "bfind" };
                self.simple(op, m, u, int::unary(name, ty), &[ty])
            }
            "bfe" => self.simple(op, m, ty, int::bfe(ty), &[ty, u, u]),
            "bfi" => self.simple(op, m, ty, int::bfi(ty), &[ty, ty, u, u]),
            _ => self.simple(op, m, ty, int::unary(m.base, ty), &[ty]),
        }
    }

    fn dot(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let lanes = if m.base == "dp4a" { 4 } else { 2 };
        let (high, low) = (m.take("hi"), m.take("lo"));
        let (b, a) = (m.ty()?, m.ty()?);
        if a.bytes() != 4 || b.bytes() != 4 || (lanes == 2) != (high != low) {
            return m.unknown();
        }
        let result = if a.is_signed() || b.is_signed() {
            Ty::S32
        } else {
            Ty::U32
        };
        let f = int::dot(lanes, a.is_signed(), b.is_signed(), high);
        self.simple(op, m, result, Some(f), &[a, b, result])
    }

    pub(super) fn select(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        match m.base {
            "setp" => self.setp(op, m),
            "set" => self.set(op, m),
            "selp" => {
                let ty = m.ty()?;
                self.simple(op, m, ty, Some(SELP), &[ty, ty, Ty::Pred])
            }
            "slct" => self.slct(op, m),
            _ => {
                let ty = m.ty()?;
                let what = m.one_of(&["finite", "infinite", "number", "notanumber", "normal", "subnormal"]);
                self.simple(op, m, Ty::Pred, what.and_then(|w| float::test(w, ty)), &[ty])
            }
        }
    }

    /// `a` where `c` is not negative, else `b`.
    fn slct(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let (flush, by, ty) = (m.take("ftz"), m.ty()?, m.ty()?);
        m.done(4)?;
        let Some(f) = compare::compare("ge", by) else {
            return m.unknown();
        };
        let from = self.sources(op, &[ty, ty, by], flush)?;
        let (d, p, zero) = (self.target(op, 0, ty)?, self.slot(), self.constant(0));
        self.alu(op.line, f, p, &[from[2], zero], 0);
        self.alu(op.line, SELP, d, &[from[0], from[1], p], 0);
        Ok(())
    }

    /// The comparison into a new predicate; and, with a third operand, joined with it.
    fn comparison(&mut self, op: &Op, m: &mut Mods, ty: Ty) -> Result<(u32, Option<Alu>, u32)> {
        let flush = m.take("ftz");
        let names = [
            "eq", "ne", "lt", "le", "gt", "ge", "lo", "ls", "hi", "hs", "equ", "neu", "ltu", "leu", "gtu", "geu",
            "num", "nan",
        ];
        let name = m.one_of(&names);
        let join = m.one_of(&["and", "or", "xor"]);
        let Some(f) = name.and_then(|n| compare::compare(n, ty)) else {
            return m.unknown();
        };
        m.done(if join.is_some() { 4 } else { 3 })?;
        let from = self.sources(op, &[ty; 2], flush)?;
        let p = self.slot();
        self.alu(op.line, f, p, &from, 0);
        let join = join.and_then(|j| int::binary(j, Ty::Pred));
        let with = if join.is_some() {
            self.source(op, 3, Ty::Pred)?
        } else {
            NONE
        };
        Ok((p, join, with))
    }

    fn setp(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let ty = m.ty()?;
        let at = self.code.insts.len();
        let (p, join, with) = self.comparison(op, m, ty)?;
        let (d, q) = match &op.args[0] {
            Arg::Pair(d, q) => {
                let [d, q] = [d, q].map(|n| Arg::Name(n.clone()));
                let q = self.write(&q, Ty::Pred, super::operand::Width::Same, op.line)?;
                (self.write(&d, Ty::Pred, super::operand::Width::Same, op.line)?, q)
            }
            _ => (self.target(op, 0, Ty::Pred)?, NONE),
        };
        if let (None, false) = (join, given(q)) {
            // The plain form: one instruction, straight to the destination.
            if let Some(inst) = self.code.insts[at..].last_mut() {
                inst.d = d;
            }
            return Ok(());
        }
        // The second result is made of the comparison's opposite.
        let opposite = self.slot();
        self.alu(op.line, NOT_PRED, opposite, &[p], 0);
        let results =
            [(d, p), (q, opposite)].map(|(to, from)| (to, from, if join.is_some() { self.slot() } else { from }));
        for (to, from, joined) in results.into_iter().filter(|r| given(r.0)) {
            if let Some(f) = join {
                self.alu(op.line, f, joined, &[from, with], 0);
            }
            let _ = to;
        }
        for (to, _, joined) in results.into_iter().filter(|r| given(r.0)) {
            self.alu(op.line, MOV, to, &[joined], 0);
        }
        Ok(())
    }

    /// As `setp`, the result 1.0 or all ones.
    fn set(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let (from, to) = (m.ty()?, m.ty()?);
        let yes = match to {
            Ty::F32 => u64::from(1.0f32.to_bits()),
            Ty::U32 | Ty::S32 => 0xffff_ffff,
            _ => return m.unknown(),
        };
        let (mut p, join, with) = self.comparison(op, m, from)?;
        if let Some(f) = join {
            let joined = self.slot();
            self.alu(op.line, f, joined, &[p, with], 0);
            p = joined;
        }
        let (d, yes, no) = (self.target(op, 0, to)?, self.constant(yes), self.constant(0));
        self.alu(op.line, SELP, d, &[yes, no, p], 0);
        Ok(())
    }
}
