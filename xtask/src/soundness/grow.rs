//! Grows random nests: affine subscripts in loop variables and scalars, most of them of one pattern
//! for each written slice, so that many nests are parallel and many miss it by little.

use super::nest::{E, Launch, Nest, Range, S, SCALARS, SLICES};

/// SplitMix64 (Steele, Lea, Flood, 2014).
pub struct Random(pub u64);
impl Random {
    pub fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: u64) -> u64 {
        self.bits() % n
    }
    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
    fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize].clone()
    }
}

/// Values at launch: small ones, and now and then some at the ends of 64 bits.
pub fn launch(r: &mut Random) -> Launch {
    let scalars = std::array::from_fn(|_| match r.below(40) {
        0 => r.pick(&[u64::MAX, u64::MAX - 1, 1 << 63, (1 << 62) + 1, 1 << 32]),
        1..10 => r.below(30),
        _ => r.below(7),
    });
    let lens = std::array::from_fn(|_| match r.below(4) {
        0 => r.below(8) as usize,
        1 => r.below(40) as usize,
        _ => 40 + r.below(200) as usize,
    });
    Launch { scalars, lens }
}

/// A nest.
pub fn nest(r: &mut Random) -> Nest {
    let mut g = Grow {
        names: SCALARS.iter().map(|s| s.to_string()).collect(),
        scope: Vec::new(),
        mutable: Vec::new(),
        bases: Vec::new(),
        loops: 0,
        dims: r.pick(&[1, 1, 1, 2, 2, 2, 3]),
        r,
    };
    let dims = g.dims;
    let mut par = Vec::new();
    for name in &["i", "j", "k"][..dims] {
        let range = g.header(dims);
        par.push((g.declare(name, false), range));
    }
    g.scope.extend(par.iter().map(|(v, _)| *v));
    for _ in 0..2 {
        let base = g.base(&par);
        g.bases.push(base);
    }
    let depth = 2 + (g.r.below(2) as u32);
    let mut body = g.block(depth);
    // At least one write.
    body.push(g.write());
    Nest {
        names: g.names,
        par,
        body,
    }
}

struct Grow<'a> {
    r: &'a mut Random,
    names: Vec<String>,
    /// Variables that can be named, the latest of each name last.
    scope: Vec<usize>,
    mutable: Vec<usize>,
    /// The pattern of each written slice.
    bases: Vec<E>,
    loops: u32,
    dims: usize,
}

impl Grow<'_> {
    fn declare(&mut self, name: &str, mutable: bool) -> usize {
        self.names.push(name.into());
        let id = self.names.len() - 1;
        if mutable {
            self.mutable.push(id);
        }
        id
    }

    fn scalar(&mut self) -> E {
        E::Var(self.r.below(SCALARS.len() as u64) as usize)
    }

    /// A variable in scope, never one that is hidden.
    fn variable(&mut self) -> E {
        let v = self.r.pick(&self.scope);
        let name = self.names[v].clone();
        let last = self.scope.iter().rev().find(|v| self.names[**v] == name);
        E::Var(*last.expect("it is in scope"))
    }

    fn header(&mut self, dims: usize) -> Range {
        let from = match self.r.below(8) {
            0 => self.scalar(),
            1 | 2 => E::Num(1 + self.r.below(3)),
            _ => E::Num(0),
        };
        let to = match self.r.below(8) {
            0 => E::Num(2 + self.r.below(9)),
            1 | 2 if dims == 1 => E::Len(self.r.below(3) as usize),
            3 => self.scalar().op('+', E::Num(1)),
            4 => self.scalar().op('-', E::Num(1)),
            5 if dims == 1 => E::Len(0).op('/', E::Num(2)),
            _ => self.scalar(),
        };
        let step = match self.r.below(12) {
            0 | 1 => Some(E::Num(2 + self.r.below(2))),
            2 => Some(self.scalar()),
            _ => None,
        };
        Range {
            from,
            to,
            inclusive: self.r.chance(8),
            reversed: false,
            step,
        }
    }

    fn coefficient(&mut self) -> E {
        match self.r.below(6) {
            0 => E::Num(2 + self.r.below(4)),
            1 => self.scalar(),
            2 => E::Len(self.r.below(3) as usize),
            3 => self.scalar().op('*', E::Num(2)),
            _ => E::Var(2),
        }
    }

    /// A subscript that tells the iterations apart, or nearly.
    fn base(&mut self, par: &[(usize, Range)]) -> E {
        let vars: Vec<E> = par.iter().map(|(v, _)| E::Var(*v)).collect();
        let mut e = match vars.as_slice() {
            [i] => match self.r.below(6) {
                0 => i.clone().op('*', E::Num(2 + self.r.below(3))),
                1 => self.coefficient().op('*', i.clone()),
                2 => self.scalar().op('-', i.clone()),
                _ => i.clone(),
            },
            [i, j] => {
                let (i, j) = if self.r.chance(80) { (i, j) } else { (j, i) };
                let rows = match self.r.below(4) {
                    // What the second range ends with.
                    0 | 1 => par[1].1.to.clone(),
                    _ => self.coefficient(),
                };
                i.clone().op('*', rows).op('+', j.clone())
            }
            vars => {
                let mut e = vars[0].clone();
                for (v, (_, range)) in vars[1..].iter().zip(&par[1..]) {
                    let size = if self.r.chance(70) {
                        range.to.clone()
                    } else {
                        self.coefficient()
                    };
                    e = e.op('*', size).op('+', v.clone());
                }
                e
            }
        };
        if self.r.chance(20) {
            let c = self.coefficient();
            e = e.op('*', c);
        }
        e
    }

    fn anything(&mut self) -> E {
        let mut e = match self.r.below(4) {
            0 => E::Num(self.r.below(5)),
            1 => self.scalar(),
            _ => self.variable(),
        };
        for _ in 0..self.r.below(3) {
            let b = match self.r.below(4) {
                0 => E::Num(self.r.below(4)),
                1 => self.scalar(),
                _ => self.variable(),
            };
            e = match self.r.below(9) {
                0 => e.op('-', b),
                1 | 2 => e.op('*', b),
                3 => e.op('/', E::Num(2 + self.r.below(3))),
                4 => e.op('%', E::Num(2 + self.r.below(5))),
                5 => E::Min(Box::new(e), Box::new(b)),
                _ => e.op('+', b),
            };
        }
        e
    }

    fn subscript(&mut self, slice: usize) -> E {
        if slice >= self.bases.len() || self.r.chance(3) {
            return self.anything();
        }
        let e = self.bases[slice].clone();
        match self.r.below(24) {
            0 => e.op('+', E::Num(1)),
            1 => e.op('-', E::Num(1)),
            2 | 3 => {
                let v = self.variable();
                e.op('+', v)
            }
            4 => {
                let c = self.scalar();
                e.op('+', c)
            }
            5 => {
                let (v, c) = (self.variable(), self.coefficient());
                e.op('+', v.op('*', c))
            }
            _ => e,
        }
    }

    fn write(&mut self) -> S {
        let slice = usize::from(self.r.chance(30));
        let reads = (0..self.r.below(3))
            .map(|_| {
                let s = self.r.below(SLICES.len() as u64) as usize;
                (s, self.subscript(s))
            })
            .collect();
        S::Write {
            slice,
            at: self.subscript(slice),
            plus: self.r.chance(30),
            reads,
        }
    }

    fn block(&mut self, depth: u32) -> Vec<S> {
        let (open, mutable) = (self.scope.len(), self.mutable.len());
        let mut all = Vec::new();
        for _ in 0..1 + self.r.below(3) {
            let s = self.statement(depth);
            all.push(s);
        }
        self.scope.truncate(open);
        self.mutable.truncate(mutable);
        all
    }

    fn statement(&mut self, depth: u32) -> S {
        match self.r.below(if depth == 0 { 5 } else { 10 }) {
            0..=2 => self.write(),
            3 => {
                let value = if self.r.chance(50) {
                    self.subscript(0)
                } else {
                    self.anything()
                };
                let mutable = self.r.chance(25);
                let name = self.fresh_name("t");
                let var = self.declare(&name, mutable);
                self.scope.push(var);
                S::Let { var, value, mutable }
            }
            4 => match self.r.below(4) {
                0 if self.loops > 0 => S::Break,
                0 | 1 => S::If {
                    test: self.test(),
                    then: vec![S::Continue],
                    other: Vec::new(),
                },
                _ => self.bump(),
            },
            5 | 6 => {
                let test = self.test();
                let then = self.block(depth - 1);
                let other = if self.r.chance(30) {
                    self.block(depth - 1)
                } else {
                    Vec::new()
                };
                S::If { test, then, other }
            }
            _ => self.a_loop(depth),
        }
    }

    /// Mostly a new name, sometimes one that hides another.
    fn fresh_name(&mut self, stem: &str) -> String {
        // The patterns name the parallel variables, which so stay in sight.
        if self.scope.len() > self.dims && self.r.chance(15) {
            let v = self.r.pick(&self.scope[self.dims..]);
            return self.names[v].clone();
        }
        format!("{stem}{}", self.names.len())
    }

    fn bump(&mut self) -> S {
        let seen: Vec<usize> = self.mutable.clone();
        let by = self.anything();
        // Only a variable that no later one hides.
        let open = seen.iter().rev().find(|v| {
            let same = |s: &&usize| self.names[**s] == self.names[**v];
            self.scope.iter().rev().find(same) == Some(v)
        });
        match open {
            Some(&var) => S::Bump { var, by },
            None => self.write(),
        }
    }

    fn test(&mut self) -> (E, &'static str, E) {
        let op = self.r.pick(&["<", ">=", "==", "!="]);
        let (a, b) = (self.anything(), self.anything());
        if self.r.chance(30) {
            return (self.variable().op('%', E::Num(2)), op, E::Num(self.r.below(2)));
        }
        (a, op, b)
    }

    fn a_loop(&mut self, depth: u32) -> S {
        let from = if self.r.chance(70) {
            E::Num(self.r.below(3))
        } else {
            self.anything()
        };
        let to = match self.r.below(6) {
            0 => self.anything(),
            1 => E::Num(1 + self.r.below(6)),
            // The coefficient that most subscripts have.
            2 | 3 => E::Var(2),
            4 => self.variable(),
            _ => self.scalar(),
        };
        let step = self.r.chance(15).then(|| E::Num(1 + self.r.below(3)));
        let range = Range {
            from,
            to,
            inclusive: self.r.chance(20),
            reversed: self.r.chance(20),
            step,
        };
        let name = self.fresh_name("l");
        let var = self.declare(&name, false);
        self.scope.push(var);
        self.loops += 1;
        let body = self.block(depth - 1);
        self.loops -= 1;
        self.scope.pop();
        S::For { var, range, body }
    }
}
