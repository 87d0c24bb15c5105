//! An opcode's modifiers, taken one by one; what nobody took is refused by name.

use crate::ast::{Op, Ty};
use crate::error::Refused;
use crate::soft::Round;

type Result<T> = std::result::Result<T, Refused>;

/// `mul.wide.u32` is base `mul` and modifiers `wide`, `u32`.
pub(crate) struct Mods<'a> {
    op: &'a Op,
    pub base: &'a str,
    rest: Vec<&'a str>,
}

impl<'a> Mods<'a> {
    pub fn new(op: &'a Op) -> Self {
        let mut words = op.name.split('.');
        let base = words.next().unwrap_or("");
        Mods {
            op,
            base,
            rest: words.collect(),
        }
    }

    pub fn refused<T>(&self, what: impl std::fmt::Display) -> Result<T> {
        Err(Refused::new(self.op.line, format!("{what} in `{}`", self.op.name)))
    }

    /// Takes a modifier where it is there.
    pub fn take(&mut self, name: &str) -> bool {
        let at = self.rest.iter().position(|m| *m == name);
        at.map(|at| self.rest.remove(at)).is_some()
    }

    /// Takes the first modifier that is one of `names`.
    pub fn one_of(&mut self, names: &[&str]) -> Option<&'a str> {
        let at = self.rest.iter().position(|m| names.contains(m))?;
        Some(self.rest.remove(at))
    }

    /// Takes all modifiers that `is` knows.
    pub fn skip(&mut self, is: impl Fn(&str) -> bool) {
        self.rest.retain(|m| !is(m));
    }

    /// Takes the last modifier, which must be a type.
    pub fn ty(&mut self) -> Result<Ty> {
        let Some(last) = self.rest.last().copied() else {
            return self.refused("no type");
        };
        let Some(ty) = Ty::named(last) else {
            return self.refused(format!("unknown type `.{last}`"));
        };
        self.rest.pop();
        Ok(ty)
    }

    /// A rounding of floats.
    pub fn round(&mut self) -> Option<Round> {
        Some(match self.one_of(&["rn", "rz", "rm", "rp"])? {
            "rz" => Round::Zero,
            "rm" => Round::Down,
            "rp" => Round::Up,
            _ => Round::Near,
        })
    }

    /// A rounding to an integer.
    pub fn round_int(&mut self) -> Option<Round> {
        Some(match self.one_of(&["rni", "rzi", "rmi", "rpi"])? {
            "rzi" => Round::Zero,
            "rmi" => Round::Down,
            "rpi" => Round::Up,
            _ => Round::Near,
        })
    }

    /// Nothing may be left, and there are `args` operands.
    pub fn done(&self, args: usize) -> Result<()> {
        if let Some(first) = self.rest.first() {
            return self.refused(format!("unknown modifier `.{first}`"));
        }
        if self.op.args.len() != args {
            return self.refused(format!("{} operands instead of {args}", self.op.args.len()));
        }
        Ok(())
    }

    /// An instruction, or this form of it, that the emulator lacks.
    pub fn unknown<T>(&self) -> Result<T> {
        Err(Refused::new(
            self.op.line,
            format!("unknown instruction `{}`", self.op.name),
        ))
    }
}
