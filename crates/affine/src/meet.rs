//! The question of two accesses in two iterations, as systems of equations and inequalities.
//!
//! Two different iterations differ first in some dimension `d`: before it they agree, in it the
//! second is further, behind it anything. For each `d`, and each order of the two accesses, the
//! columns of the system are the numbers of both iterations and the variables of both accesses.

use crate::seeded::{Bug, is};
use crate::system::{Row, System};
use crate::{Access, Fact, Form, Model, Poly, Rel, Ty};

/// Numbers beyond which nothing is claimed.
const MOST: i128 = 1 << 96;
/// Choices that are taken apart.
const MOST_SPLITS: usize = 4;

/// A dimension's values.
#[derive(Clone, Copy)]
struct Dim {
    start: i128,
    step: i128,
    count: i128,
}

/// A form in numbers: coefficients by variable of the access, and the constant.
struct Value {
    terms: Vec<(usize, i128)>,
    constant: i128,
}

fn evaluate(p: &Poly, parameters: &[i128]) -> Option<i128> {
    let mut sum = 0i128;
    for (n, product) in p {
        let mut all = i128::from(*n);
        for s in product {
            all = all.checked_mul(*parameters.get(usize::from(*s))?)?;
        }
        sum = sum.checked_add(all)?;
    }
    (sum.abs() < MOST).then_some(sum)
}

fn value(f: &Form, parameters: &[i128]) -> Option<Value> {
    let mut terms = vec![];
    for (v, p) in &f.terms {
        terms.push((usize::from(*v), evaluate(p, parameters)?));
    }
    Some(Value {
        terms,
        constant: evaluate(&f.constant, parameters)?,
    })
}

/// The columns so far, with an interval for each, and what holds.
#[derive(Default)]
struct Build {
    columns: Vec<(i128, i128)>,
    zero: Vec<Vec<(usize, i128)>>,
    above: Vec<Vec<(usize, i128)>>,
    /// Of each list, one `row ≥ 0` holds.
    either: Vec<[Sparse; 2]>,
}

/// A row's constant has this column.
const ONE: usize = usize::MAX;
type Sparse = Vec<(usize, i128)>;

fn clip(x: i128) -> i128 {
    x.clamp(-MOST, MOST)
}

impl Build {
    fn column(&mut self, low: i128, high: i128) -> usize {
        self.columns.push((low, high));
        self.columns.len() - 1
    }

    fn interval(&self, row: &Sparse) -> (i128, i128) {
        let mut sum = (0i128, 0i128);
        for (c, k) in merged(row) {
            let (low, high) = if c == ONE { (1, 1) } else { self.columns[c] };
            let (a, b) = (clip(k.saturating_mul(low)), clip(k.saturating_mul(high)));
            sum = (clip(sum.0 + a.min(b)), clip(sum.1 + a.max(b)));
        }
        sum
    }

    /// Adds `row ≥ 0`, and narrows the columns' intervals by it.
    fn at_least(&mut self, row: Sparse) {
        let row = merged(&row);
        for (c, k) in &row {
            if *c == ONE {
                continue;
            }
            let rest: Sparse = row.iter().filter(|(d, _)| d != c).copied().collect();
            let most = self.interval(&rest).1;
            if most >= MOST {
                continue;
            }
            // k·c ≥ -most.
            let (low, high) = &mut self.columns[*c];
            if *k > 0 {
                *low = (*low).max(-(most.div_euclid(*k)));
            } else {
                *high = (*high).min(most.div_euclid(-*k));
            }
        }
        self.above.push(row);
    }

    fn equal(&mut self, row: Sparse) {
        self.at_least(row.clone());
        self.at_least(row.iter().map(|(c, k)| (*c, -k)).collect());
        self.above.truncate(self.above.len() - 2);
        self.zero.push(merged(&row));
    }

    fn holds(&self, row: &Sparse, ty: Ty, atom: bool) -> bool {
        let (low, high) = range(ty);
        let (a, b) = self.interval(row);
        atom || low <= a && b <= high || is(Bug::Wrapping)
    }

    fn dense(&self, row: &Sparse) -> Row {
        let mut all = vec![0; self.columns.len() + 1];
        for (c, k) in row {
            let at = if *c == ONE { self.columns.len() } else { *c };
            all[at] += k;
        }
        all
    }

    /// Whether there is surely no solution.
    fn is_empty(&self) -> bool {
        if self.columns.iter().any(|(low, high)| low > high) {
            return true;
        }
        let mut s = System {
            vars: self.columns.len(),
            zero: self.zero.iter().map(|r| self.dense(r)).collect(),
            above: self.above.iter().map(|r| self.dense(r)).collect(),
        };
        for (c, (low, high)) in self.columns.iter().enumerate() {
            if *low > -MOST {
                s.above.push(self.dense(&vec![(c, 1), (ONE, -low)]));
            }
            if *high < MOST {
                s.above.push(self.dense(&vec![(c, -1), (ONE, *high)]));
            }
        }
        self.split(s, 0)
    }

    /// Whether two accesses surely differ, the loop's variables being what `first` and `second` say.
    fn never(&mut self, x: &Access, y: &Access, first: Vec<Sparse>, second: Vec<Sparse>, parameters: &[i128]) -> bool {
        let side = |variables| Side {
            parameters,
            variables,
            partners: vec![],
        };
        let (mut first, mut second) = (side(first), side(second));
        x.facts.iter().for_each(|f| first.fact(self, f));
        y.facts.iter().for_each(|f| second.fact(self, f));
        let (Some(p), Some(q)) = (first.place(self, x), second.place(self, y)) else {
            return false;
        };
        let apart = merged(&minus(&p, &q));
        let (low, high) = self.interval(&apart);
        // Equal modulo 2^64 is equal when the difference is smaller.
        if low <= -(1 << 64) || high >= 1 << 64 {
            return false;
        }
        if low > 0 || high < 0 {
            return true;
        }
        self.equal(apart);
        // `x ^ s = y` is `x = y ^ s`.
        for (v, of, by) in &first.partners {
            for (other, from, _) in second.partners.iter().filter(|(_, _, k)| k == by) {
                if p == *v && q == *other {
                    self.equal(minus(of, from));
                } else if p == *v && q == *from {
                    self.equal(minus(of, other));
                } else if p == *of && q == *other {
                    self.equal(minus(v, from));
                }
            }
        }
        self.is_empty()
    }

    fn split(&self, s: System, n: usize) -> bool {
        let Some(either) = self.either.get(n).filter(|_| n < MOST_SPLITS) else {
            return s.is_empty();
        };
        if s.clone().is_empty() {
            return true;
        }
        either.iter().all(|row| {
            let mut side = s.clone();
            side.above.push(self.dense(row));
            self.split(side, n + 1)
        })
    }
}

fn merged(row: &Sparse) -> Sparse {
    let mut all = row.clone();
    all.sort_unstable();
    let mut out: Sparse = vec![];
    for (c, k) in all {
        match out.last_mut() {
            Some((last, sum)) if *last == c => *sum += k,
            _ => out.push((c, k)),
        }
    }
    out.retain(|(_, k)| *k != 0);
    out
}

fn minus(a: &Sparse, b: &Sparse) -> Sparse {
    let mut all = a.clone();
    all.extend(b.iter().map(|(c, k)| (*c, -k)));
    all
}

fn range(ty: Ty) -> (i128, i128) {
    if ty.signed {
        (-(1i128 << (ty.bits - 1)), (1i128 << (ty.bits - 1)) - 1)
    } else {
        (0, (1i128 << ty.bits) - 1)
    }
}

/// An access of one iteration: what each of its variables is in terms of columns.
struct Side<'a> {
    parameters: &'a [i128],
    variables: Vec<Sparse>,
    /// What is `of ^ by`: itself, `of`, `by`.
    partners: Vec<(Sparse, Sparse, i128)>,
}

impl Side<'_> {
    fn row(&self, f: &Form) -> Option<Sparse> {
        let value = value(f, self.parameters)?;
        let mut row: Sparse = vec![(ONE, value.constant)];
        for (v, k) in value.terms {
            for (c, n) in self.variables.get(v)? {
                row.push((*c, n.checked_mul(k).filter(|x| x.abs() < MOST)?));
            }
        }
        Some(merged(&row))
    }

    /// The row, when it is the value itself and not only equal to it modulo 2^64.
    fn exact(&self, b: &Build, f: &Form, ty: Ty) -> Option<Sparse> {
        let row = self.row(f)?;
        b.holds(&row, ty, f.is_atom()).then_some(row)
    }

    /// Where the access is; it is in bounds, since nothing happens where it is not.
    fn place(&self, b: &mut Build, access: &Access) -> Option<Sparse> {
        let row = self.row(&access.at)?;
        let len = access.len.and_then(|p| self.parameters.get(usize::from(p)));
        let (low, high) = b.interval(&row);
        // What is negative wraps to where no slice reaches.
        if let Some(len) = len
            && low > -(1 << 63)
            && high < 1 << 63
        {
            b.at_least(row.clone());
            b.at_least(minus(&vec![(ONE, len - 1)], &row));
        }
        Some(row)
    }

    fn variable(&mut self, b: &mut Build, low: i128, high: i128) -> Sparse {
        let row = vec![(b.column(low, high), 1)];
        self.variables.push(row.clone());
        row
    }

    fn fact(&mut self, b: &mut Build, fact: &Fact) {
        match fact {
            Fact::Range {
                from,
                to,
                inclusive,
                ty,
            } => self.range(b, from, to, *inclusive, *ty),
            Fact::Div { of, by, ty } => self.divided(b, of, by, *ty, true),
            Fact::Rem { of, by, ty } => self.divided(b, of, by, *ty, false),
            Fact::Cast { of, ty } => self.cast(b, of, *ty),
            Fact::Least { a, b: other, most, ty } => {
                let sides = [self.exact(b, a, *ty), self.exact(b, other, *ty)];
                let (low, high) = widest(*ty);
                let v = self.variable(b, low, high);
                for side in sides.iter().flatten() {
                    b.at_least(if *most { minus(&v, side) } else { minus(side, &v) });
                }
                // It is one of the two.
                if let [Some(x), Some(y)] = &sides {
                    b.either
                        .push([x, y].map(|s| if *most { minus(s, &v) } else { minus(&v, s) }));
                }
            }
            Fact::Xor { of, by } => {
                let (of, by) = (self.exact(b, of, Ty::USIZE), self.row(by));
                let (low, high) = range(Ty::USIZE);
                let v = self.variable(b, low, high);
                if let (Some(of), Some(by)) = (of, by)
                    && let [] | [(ONE, _)] = by.as_slice()
                {
                    self.partners.push((v, of, by.first().map_or(0, |(_, k)| *k)));
                }
            }
            Fact::Any { ty } => {
                let (low, high) = widest(*ty);
                self.variable(b, low, high);
            }
            Fact::Compare { a, rel, b: other, ty } => {
                let (Some(x), Some(y)) = (self.exact(b, a, *ty), self.exact(b, other, *ty)) else {
                    return;
                };
                let mut apart = minus(&y, &x);
                match rel {
                    Rel::Less => {
                        apart.push((ONE, -1));
                        b.at_least(apart);
                    }
                    Rel::AtMost => b.at_least(apart),
                    Rel::Equal => b.equal(apart),
                    Rel::Differ => {
                        let (mut more, mut less) = (apart.clone(), minus(&vec![], &apart));
                        more.push((ONE, -1));
                        less.push((ONE, -1));
                        b.either.push([more, less]);
                    }
                }
            }
        }
    }

    fn range(&mut self, b: &mut Build, from: &Form, to: &Form, inclusive: bool, ty: Ty) {
        let (from, to) = (self.exact(b, from, ty), self.exact(b, to, ty));
        let (low, high) = widest(ty);
        let v = self.variable(b, low, high);
        if let Some(from) = from {
            b.at_least(minus(&v, &from));
        }
        if let Some(to) = to {
            let mut row = minus(&to, &v);
            row.push((ONE, i128::from(inclusive && !is(Bug::Closed)) - 1));
            b.at_least(row);
        }
    }

    fn divided(&mut self, b: &mut Build, of: &Form, by: &Form, ty: Ty, quotient: bool) {
        let of = self.exact(b, of, ty).filter(|of| b.interval(of).0 >= 0);
        let by = self.exact(b, by, ty);
        let by = match by.as_deref() {
            Some([(ONE, k)]) if *k > 0 => Some(*k),
            _ => None,
        };
        let (Some(of), Some(by)) = (of, by) else {
            let (low, high) = widest(ty);
            self.variable(b, low, high);
            return;
        };
        // of = by * q + r.
        let (low, high) = b.interval(&of);
        let q = b.column(low.div_euclid(by), high.div_euclid(by));
        let r = b.column(0, by - 1);
        let mut row = of;
        row.extend([(q, -by), (r, -1)]);
        b.equal(row);
        self.variables.push(vec![(if quotient { q } else { r }, 1)]);
    }

    /// The value modulo 2^bits that the type holds.
    fn cast(&mut self, b: &mut Build, of: &Form, ty: Ty) {
        let (low, high) = range(ty);
        let Some(of) = self.row(of) else {
            self.variable(b, low, high);
            return;
        };
        if b.holds(&of, ty, false) {
            self.variables.push(of);
            return;
        }
        let q = b.column(-MOST, MOST);
        let mut v = of;
        v.push((q, -(1i128 << ty.bits)));
        let v = merged(&v);
        b.at_least(minus(&v, &vec![(ONE, low)]));
        b.at_least(minus(&vec![(ONE, high)], &v));
        self.variables.push(v);
    }
}

/// What a variable of a type can be; one of unknown type, anything.
fn widest(ty: Ty) -> (i128, i128) {
    if ty == Ty::UNKNOWN {
        (-(1 << 63), (1 << 64) - 1)
    } else {
        range(ty)
    }
}

impl Model {
    /// Whether no two iterations meet, for these parameters. `false` when that isn't certain.
    pub fn independent(&self, parameters: &[i128]) -> bool {
        self.meeting(parameters).is_none()
    }

    /// Two accesses that may meet in different iterations, the first of them a write.
    pub fn meeting(&self, parameters: &[i128]) -> Option<(usize, usize)> {
        let Some(dims) = self.dims(parameters) else {
            let write = self.accesses.iter().position(|a| a.write)?;
            return Some((write, write));
        };
        if dims.iter().any(|d| d.count == 0) || dims.iter().all(|d| d.count == 1) {
            return None;
        }
        for (n, w) in self.accesses.iter().enumerate().filter(|(_, a)| a.write) {
            for (m, a) in self.accesses.iter().enumerate() {
                if a.write && m < n || w.value != 0 && w.value == a.value {
                    continue;
                }
                if nested(w, a, &dims, parameters) {
                    continue;
                }
                let orders: &[(&Access, &Access)] = if n == m || is(Bug::Order) {
                    &[(w, a)]
                } else {
                    &[(w, a), (a, w)]
                };
                let apart = |d: usize| orders.iter().all(|(x, y)| never(x, y, &dims, d, parameters));
                if !(0..dims.len()).all(apart) {
                    return Some((n, m));
                }
            }
        }
        None
    }

    /// Values of the loop's variables in two iterations where access `w` and access `a` meet, as far as the model tells.
    pub fn example(&self, parameters: &[i128], w: usize, a: usize) -> Option<(Vec<i128>, Vec<i128>)> {
        let dims = self.dims(parameters)?;
        let most = [0, 12, 5, 3].get(dims.len()).copied().unwrap_or(2);
        let sizes: Vec<i128> = dims.iter().map(|d| d.count.min(most)).collect();
        let total: i128 = sizes.iter().product();
        let at = |mut n: i128| {
            let mut all = vec![0; sizes.len()];
            for (d, size) in sizes.iter().enumerate().rev() {
                (all[d], n) = if d == 0 { (n, 0) } else { (n % size, n / size) };
            }
            all
        };
        let mut pairs: Vec<(i128, i128)> = (0..total)
            .flat_map(|n| (0..total).map(move |m| (n, m)))
            .filter(|(n, m)| n != m)
            .collect();
        pairs.sort_by_key(|(n, m)| (n.max(m) + i128::from(*n == 0 || *m == 0) * 2, *n));
        // What wraps around meets further away.
        let far = if dims.len() == 1 { dims[0].count.min(300) } else { 0 };
        pairs.extend((total..far).flat_map(|m| [(0, m), (1, m)]));
        let values = |n: &[i128]| {
            dims.iter()
                .zip(n)
                .map(|(d, n)| d.start + d.step * n)
                .collect::<Vec<_>>()
        };
        let (w, a) = (&self.accesses[w], &self.accesses[a]);
        let (n, m) = pairs.into_iter().find(|(n, m)| {
            let fixed = |n: i128| values(&at(n)).iter().map(|v| vec![(ONE, *v)]).collect();
            let mut b = Build::default();
            !b.never(w, a, fixed(*n), fixed(*m), parameters)
        })?;
        Some((values(&at(n)), values(&at(m))))
    }

    fn dims(&self, parameters: &[i128]) -> Option<Vec<Dim>> {
        let dim = |[start, end, step]: &[u16; 3]| {
            let get = |p: &u16| {
                parameters
                    .get(usize::from(*p))
                    .copied()
                    .filter(|v| (0..1 << 64).contains(v))
            };
            let (start, end, step) = (get(start)?, get(end)?, get(step)?.max(1));
            Some(Dim {
                start,
                step,
                count: (end - start + step - 1).div_euclid(step).max(0),
            })
        };
        self.dims.iter().map(dim).collect()
    }
}

/// Whether the accesses move alike, and each stride is larger than all that the smaller ones and the distance of the two
/// add up to: the common case, without a system.
fn nested(w: &Access, a: &Access, dims: &[Dim], parameters: &[i128]) -> bool {
    let own = w.at.terms.iter().all(|(v, _)| usize::from(*v) < dims.len());
    if !own || w.at.terms != a.at.terms {
        return false;
    }
    let (Some(x), Some(y)) = (value(&w.at, parameters), value(&a.at, parameters)) else {
        return false;
    };
    let mut steps: Vec<(i128, i128)> = dims.iter().map(|d| (0, d.count - 1)).collect();
    for (v, k) in x.terms {
        steps[v].0 = k.saturating_mul(dims[v].step).abs();
    }
    steps.retain(|(_, more)| *more > 0);
    steps.sort_unstable();
    let mut reach = (x.constant - y.constant).abs();
    steps.into_iter().all(|(step, more)| {
        let apart = step > reach;
        reach = reach.saturating_add(step.saturating_mul(more));
        apart && reach < 1 << 62
    })
}

/// Whether the accesses never meet in iterations that differ first in dimension `d`, `y` in the later one.
fn never(x: &Access, y: &Access, dims: &[Dim], d: usize, parameters: &[i128]) -> bool {
    if dims[d].count < 2 {
        return true;
    }
    let mut b = Build::default();
    let (mut first, mut second) = (vec![], vec![]);
    for (n, dim) in dims.iter().enumerate() {
        let at = b.column(0, dim.count - 1);
        let row: Sparse = merged(&vec![(at, dim.step), (ONE, dim.start)]);
        first.push(row.clone());
        if n < d || dim.count == 1 {
            second.push(row);
            continue;
        }
        let other = b.column(0, dim.count - 1);
        second.push(merged(&vec![(other, dim.step), (ONE, dim.start)]));
        if n == d {
            b.at_least(vec![(other, 1), (at, -1), (ONE, -1)]);
        }
    }
    b.never(x, y, first, second, parameters)
}
