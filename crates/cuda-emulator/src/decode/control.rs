//! Jumps, calls, barriers, operations between lanes.

use super::mods::Mods;
use super::operand::Width;
use super::{Builder, Fix, FixTo, Symbol};
use crate::ast::{Arg, Op, Ty};
use crate::code::{Inst, Kind, NONE, Place, Site, Vote, Warp};
use crate::error::Refused;

type Result<T> = std::result::Result<T, Refused>;

impl Builder<'_> {
    pub(super) fn control(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let inst = Inst::new(Kind::Nop, op.line);
        match m.base {
            "bra" => self.jump(op, Inst::new(Kind::Jump, op.line)),
            "brx" => self.jump_table(op, m),
            "call" => self.call(op, m),
            "ret" => {
                m.take("uni");
                self.bare(
                    m,
                    Inst {
                        kind: Kind::Return,
                        ..inst
                    },
                )
            }
            "exit" => self.bare(
                m,
                Inst {
                    kind: Kind::Exit,
                    ..inst
                },
            ),
            "trap" | "brkpt" => self.bare(
                m,
                Inst {
                    kind: Kind::Trap,
                    ..inst
                },
            ),
            "membar" | "fence" => {
                let all = [
                    "gl", "cta", "sys", "gpu", "cluster", "sc", "acq_rel", "acquire", "release",
                ];
                m.skip(|m| all.contains(&m));
                self.bare(m, inst)
            }
            "nanosleep" => {
                m.take("u32");
                m.done(1)?;
                self.push(inst);
                Ok(())
            }
            "bar" | "barrier" => self.barrier(op, m),
            "shfl" => self.shuffle(op, m),
            "vote" => self.vote(op, m),
            "match" => self.matches(op, m),
            "redux" => self.reduce(op, m),
            "activemask" => {
                let ty = m.ty()?;
                m.done(1)?;
                // Lanes run one at a time, and nothing promises more.
                let (d, own) = (self.target(op, 0, ty)?, crate::code::MASKS);
                self.alu(op.line, crate::ops::int::MOV, d, &[own], 0);
                Ok(())
            }
            _ => m.unknown(),
        }
    }

    fn bare(&mut self, m: &Mods, inst: Inst) -> Result<()> {
        m.done(0)?;
        self.push(inst);
        Ok(())
    }

    pub(super) fn jump(&mut self, op: &Op, inst: Inst) -> Result<()> {
        let mut m = Mods::new(op);
        m.take("uni");
        m.done(1)?;
        let Arg::Name(label) = &op.args[0] else {
            return m.refused("no label");
        };
        let at = self.push(inst);
        self.fixes.push(Fix {
            to: FixTo::Inst(at),
            label: label.clone(),
            line: op.line,
        });
        Ok(())
    }

    /// `brx.idx index, targets`.
    fn jump_table(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        m.take("uni");
        if !m.take("idx") {
            return m.unknown();
        }
        m.done(2)?;
        let targets = match &op.args[1] {
            Arg::Name(name) => self.tables.get(name).cloned(),
            _ => None,
        };
        let Some(targets) = targets else {
            return m.refused("no branch targets");
        };
        let mut inst = Inst::new(Kind::JumpTable, op.line);
        inst.a = self.source(op, 0, Ty::U32)?;
        inst.e = targets.len() as u32;
        inst.d = self.list(&vec![0; targets.len()]);
        let first = inst.d as usize;
        self.push(inst);
        for (n, label) in targets.into_iter().enumerate() {
            self.fixes.push(Fix {
                to: FixTo::List(first + n),
                label,
                line: op.line,
            });
        }
        Ok(())
    }

    fn call(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        m.take("uni");
        m.done(op.args.len())?;
        let mut args = op.args.iter().peekable();
        let results = match args.peek() {
            Some(Arg::Group(all)) => {
                args.next();
                all.clone()
            }
            _ => vec![],
        };
        let Some(Arg::Name(name)) = args.next() else {
            return m.refused("no function");
        };
        let Some(&function) = self.functions.get(name.as_str()) else {
            return m.refused(format!("unknown function `{name}`"));
        };
        let arguments = match args.next() {
            Some(Arg::Group(all)) => all.clone(),
            _ => vec![],
        };
        if args.next().is_some() {
            return m.refused("an indirect call");
        }
        let mut places = |all: &[Arg]| all.iter().map(|a| self.place(a, op.line)).collect::<Result<Vec<_>>>();
        let site = Site {
            function,
            arguments: places(&arguments)?,
            results: places(&results)?,
        };
        let mut inst = Inst::new(Kind::Call, op.line);
        inst.x = self.site(site);
        self.push(inst);
        Ok(())
    }

    fn place(&mut self, arg: &Arg, line: u32) -> Result<Place> {
        if let Arg::Name(name) = arg {
            match self.find(name) {
                Some(Symbol::Frame(at)) => return Ok(Place::Frame(at as usize, 0)),
                Some(Symbol::Register(slot, _)) => return Ok(Place::Register(slot)),
                _ => {}
            }
        }
        self.read(arg, Ty::B64, Width::Wider, line).map(Place::Register)
    }

    fn barrier(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let old = m.base == "bar";
        if m.take("warp") {
            let known = m.take("sync");
            m.done(1)?;
            if !known {
                return m.unknown();
            }
            let mask = self.source(op, 0, Ty::U32)?;
            return self.warp(op, Warp::Sync, crate::code::SINK, [mask; 3], mask);
        }
        m.take("cta");
        let aligned = m.take("aligned") || old;
        let what = m.one_of(&["sync", "arrive", "red"]);
        let vote = match m.one_of(&["popc", "and", "or"]) {
            None => Vote::None,
            Some("popc") => Vote::Popc,
            Some("and") => Vote::And,
            Some(_) => Vote::Or,
        };
        let Some(what) = what else { return m.unknown() };
        if (what == "red") != (vote != Vote::None) {
            return m.unknown();
        }
        let mut inst = Inst::new(Kind::Barrier { vote, aligned }, op.line);
        let mut first = 0;
        inst.b = NONE;
        if what == "red" {
            let ty = m.ty()?;
            inst.d = self.target(op, 0, ty)?;
            first = 1;
            inst.c = self.source(op, op.args.len() - 1, Ty::Pred)?;
        } else if what == "arrive" {
            inst.kind = Kind::Arrive;
        }
        let counts = op.args.len() - first - usize::from(what == "red");
        m.done(op.args.len())?;
        if counts == 0 || counts > 2 || what == "arrive" && counts != 2 {
            return m.refused(format!("{} operands", op.args.len()));
        }
        inst.a = self.source(op, first, Ty::U32)?;
        if counts == 2 {
            inst.b = self.source(op, first + 1, Ty::U32)?;
        }
        self.push(inst);
        Ok(())
    }

    /// An operation of the lanes that the mask names.
    fn warp(&mut self, op: &Op, what: Warp, d: u32, from: [u32; 3], mask: u32) -> Result<()> {
        let mut inst = Inst::new(Kind::Warp(what), op.line);
        inst.d = d;
        [inst.a, inst.b, inst.c] = from;
        inst.x = u64::from(self.list(&[mask]));
        self.push(inst);
        Ok(())
    }

    /// `d|p`, where `p` may be missing.
    fn pair(&mut self, op: &Op, ty: Ty) -> Result<(u32, u32)> {
        match &op.args[0] {
            Arg::Pair(d, p) => {
                let d = self.write(&Arg::Name(d.clone()), ty, Width::Same, op.line)?;
                Ok((d, self.write(&Arg::Name(p.clone()), Ty::Pred, Width::Same, op.line)?))
            }
            _ => Ok((self.target(op, 0, ty)?, NONE)),
        }
    }

    fn shuffle(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let (ty, sync) = (m.ty()?, m.take("sync"));
        let what = match m.one_of(&["up", "down", "bfly", "idx"]) {
            Some("up") => Warp::Up,
            Some("down") => Warp::Down,
            Some("bfly") => Warp::Bfly,
            Some(_) => Warp::Idx,
            None => return m.unknown(),
        };
        if !sync || ty != Ty::B32 {
            return m.unknown();
        }
        m.done(5)?;
        let mut from = [0; 3];
        for (n, slot) in from.iter_mut().enumerate() {
            *slot = self.source(op, n + 1, Ty::B32)?;
        }
        let mask = self.source(op, 4, Ty::U32)?;
        let (d, p) = self.pair(op, ty)?;
        self.warp(op, what, d, from, mask)?;
        if let Some(last) = self.code.insts.last_mut() {
            last.e = p;
        }
        Ok(())
    }

    fn vote(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let (ty, sync) = (m.ty()?, m.take("sync"));
        let what = match (m.one_of(&["all", "any", "uni", "ballot"]), ty) {
            (Some("all"), Ty::Pred) => Warp::VoteAll,
            (Some("any"), Ty::Pred) => Warp::VoteAny,
            (Some("uni"), Ty::Pred) => Warp::VoteUni,
            (Some("ballot"), Ty::B32) => Warp::Ballot,
            _ => return m.unknown(),
        };
        if !sync {
            return m.unknown();
        }
        m.done(3)?;
        let (a, mask) = (self.source(op, 1, Ty::Pred)?, self.source(op, 2, Ty::U32)?);
        let d = self.target(op, 0, ty)?;
        self.warp(op, what, d, [a; 3], mask)
    }

    fn matches(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let (ty, sync) = (m.ty()?, m.take("sync"));
        let what = match m.one_of(&["any", "all"]) {
            Some("any") => Warp::MatchAny,
            Some(_) => Warp::MatchAll,
            None => return m.unknown(),
        };
        if !sync || !matches!(ty, Ty::B32 | Ty::B64) {
            return m.unknown();
        }
        m.done(3)?;
        let (a, mask) = (self.source(op, 1, ty)?, self.source(op, 2, Ty::U32)?);
        let (d, p) = self.pair(op, Ty::B32)?;
        let width = self.constant(if ty == Ty::B32 { 0xffff_ffff } else { u64::MAX });
        self.warp(op, what, d, [a, width, width], mask)?;
        if let Some(last) = self.code.insts.last_mut() {
            last.e = p;
        }
        Ok(())
    }

    fn reduce(&mut self, op: &Op, m: &mut Mods) -> Result<()> {
        let (ty, sync) = (m.ty()?, m.take("sync"));
        let signed = ty.is_signed();
        let what = match (m.one_of(&["add", "min", "max", "and", "or", "xor"]), ty) {
            (Some("add"), Ty::U32 | Ty::S32) => Warp::ReduceAdd,
            (Some("min"), Ty::U32 | Ty::S32) => Warp::ReduceMin { signed },
            (Some("max"), Ty::U32 | Ty::S32) => Warp::ReduceMax { signed },
            (Some("and"), Ty::B32) => Warp::ReduceAnd,
            (Some("or"), Ty::B32) => Warp::ReduceOr,
            (Some("xor"), Ty::B32) => Warp::ReduceXor,
            _ => return m.unknown(),
        };
        if !sync {
            return m.unknown();
        }
        m.done(3)?;
        let (a, mask) = (self.source(op, 1, ty)?, self.source(op, 2, Ty::U32)?);
        let d = self.target(op, 0, ty)?;
        self.warp(op, what, d, [a; 3], mask)
    }
}
