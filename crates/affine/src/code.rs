//! A model as numbers, so that a macro can leave it in a program, and back.

use crate::{Access, Fact, Form, Model, Poly, Rel, Ty};

/// Reads and writes one kind of thing.
trait Code: Sized {
    fn put(&self, out: &mut Vec<i64>);
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self>;
}

macro_rules! number {
    ($($t:ty)*) => {$(impl Code for $t {
        fn put(&self, out: &mut Vec<i64>) { out.push(i64::from(*self)); }
        fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> { <$t>::try_from(*code.next()?).ok() }
    })*};
}
number!(i64 u16 u8);

impl Code for bool {
    fn put(&self, out: &mut Vec<i64>) {
        out.push(i64::from(*self));
    }
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> {
        Some(*code.next()? != 0)
    }
}
impl<T: Code> Code for Vec<T> {
    fn put(&self, out: &mut Vec<i64>) {
        out.push(self.len() as i64);
        self.iter().for_each(|x| x.put(out));
    }
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> {
        (0..*code.next()?).map(|_| T::get(code)).collect()
    }
}
impl<A: Code, B: Code> Code for (A, B) {
    fn put(&self, out: &mut Vec<i64>) {
        self.0.put(out);
        self.1.put(out);
    }
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> {
        Some((A::get(code)?, B::get(code)?))
    }
}
impl Code for [u16; 3] {
    fn put(&self, out: &mut Vec<i64>) {
        self.iter().for_each(|x| x.put(out));
    }
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> {
        Some([u16::get(code)?, u16::get(code)?, u16::get(code)?])
    }
}
impl Code for Form {
    fn put(&self, out: &mut Vec<i64>) {
        self.constant.put(out);
        self.terms.put(out);
    }
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> {
        let constant = Poly::get(code)?;
        Some(Form {
            constant,
            terms: Vec::get(code)?,
        })
    }
}
impl Code for Ty {
    fn put(&self, out: &mut Vec<i64>) {
        self.bits.put(out);
        self.signed.put(out);
    }
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> {
        let bits = u8::get(code)?;
        Some(Ty {
            bits,
            signed: bool::get(code)?,
        })
    }
}

impl Code for Fact {
    fn put(&self, out: &mut Vec<i64>) {
        let two = |out: &mut Vec<i64>, kind: i64, a: &Form, b: &Form, ty: &Ty| {
            out.push(kind);
            a.put(out);
            b.put(out);
            ty.put(out);
        };
        match self {
            Fact::Range {
                from,
                to,
                inclusive,
                ty,
            } => two(out, i64::from(*inclusive), from, to, ty),
            Fact::Div { of, by, ty } => two(out, 2, of, by, ty),
            Fact::Rem { of, by, ty } => two(out, 3, of, by, ty),
            Fact::Cast { of, ty } => two(out, 4, of, &Form::default(), ty),
            Fact::Least { a, b, most, ty } => two(out, 5 + i64::from(*most), a, b, ty),
            Fact::Xor { of, by } => two(out, 7, of, by, &Ty::USIZE),
            Fact::Any { ty } => two(out, 8, &Form::default(), &Form::default(), ty),
            Fact::Compare { a, rel, b, ty } => {
                let kind = match rel {
                    Rel::Less => 9,
                    Rel::AtMost => 10,
                    Rel::Equal => 11,
                    Rel::Differ => 12,
                };
                two(out, kind, a, b, ty);
            }
        }
    }
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> {
        let kind = *code.next()?;
        let (a, b, ty) = (Form::get(code)?, Form::get(code)?, Ty::get(code)?);
        Some(match kind {
            0 | 1 => Fact::Range {
                from: a,
                to: b,
                inclusive: kind == 1,
                ty,
            },
            2 => Fact::Div { of: a, by: b, ty },
            3 => Fact::Rem { of: a, by: b, ty },
            4 => Fact::Cast { of: a, ty },
            5 | 6 => Fact::Least {
                a,
                b,
                most: kind == 6,
                ty,
            },
            7 => Fact::Xor { of: a, by: b },
            8 => Fact::Any { ty },
            9..=12 => {
                let rel = [Rel::Less, Rel::AtMost, Rel::Equal, Rel::Differ][kind as usize - 9];
                Fact::Compare { a, rel, b, ty }
            }
            _ => return None,
        })
    }
}

impl Code for Access {
    fn put(&self, out: &mut Vec<i64>) {
        self.write.put(out);
        self.value.put(out);
        self.at.put(out);
        Vec::from_iter(self.len).put(out);
        self.facts.put(out);
    }
    fn get(code: &mut std::slice::Iter<i64>) -> Option<Self> {
        let (write, value) = (bool::get(code)?, u16::get(code)?);
        Some(Access {
            write,
            value,
            at: Form::get(code)?,
            len: Vec::get(code)?.first().copied(),
            facts: Vec::get(code)?,
        })
    }
}

impl Model {
    /// The model as numbers.
    pub fn encode(&self) -> Vec<i64> {
        let mut out = vec![];
        self.dims.put(&mut out);
        self.accesses.put(&mut out);
        out
    }
    /// The model that gave these numbers.
    pub fn decode(code: &[i64]) -> Option<Model> {
        let code = &mut code.iter();
        let dims = Vec::get(code)?;
        Some(Model {
            dims,
            accesses: Vec::get(code)?,
        })
    }
}
