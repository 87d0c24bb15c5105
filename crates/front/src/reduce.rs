//! Reductions: which host variables a loop updates, and by what operation.

use crate::arg::{self, Arg};
use crate::diag::{Diag, msg};
use crate::{ops, tree};
use proc_macro2::{Span, TokenStream};
use quote::quote;
use std::collections::{HashMap, HashSet};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{BinOp, Block, Expr, Ident};

/// The operation of a reduction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Op {
    Add,
    Mul,
    Min,
    Max,
    And,
    Or,
    Xor,
}

impl Op {
    /// The variant of `hoist_machine::program::RedOp`.
    pub fn tokens(self) -> TokenStream {
        let variant = Ident::new(self.variant(), Span::call_site());
        quote!(__h::RedOp::#variant)
    }

    /// Its name in `hoist_machine::program::op`.
    pub fn variant(self) -> &'static str {
        match self {
            Op::Add => "Add",
            Op::Mul => "Mul",
            Op::Min => "Min",
            Op::Max => "Max",
            Op::And => "And",
            Op::Or => "Or",
            Op::Xor => "Xor",
        }
    }

    /// As `explain()` names it.
    pub fn name(self) -> &'static str {
        match self {
            Op::Add => "sum",
            Op::Mul => "product",
            Op::Min => "minimum",
            Op::Max => "maximum",
            Op::And => "bitwise and",
            Op::Or => "bitwise or",
            Op::Xor => "bitwise xor",
        }
    }
}

/// One update `s = s op e`: the machine's call and the other operand.
pub struct Update<'a> {
    pub name: &'a Ident,
    pub op: Op,
    /// The machine's call: `sub` for `-=`.
    pub call: &'static str,
    pub operand: &'a Expr,
}

/// Reads `s op= e` as an update.
pub fn compound_update(b: &syn::ExprBinary) -> Option<Update<'_>> {
    ops::compound(&b.op)?;
    let (op, call) = operator(&b.op)?;
    Some(Update {
        name: tree::ident(&b.left)?,
        op,
        call,
        operand: &b.right,
    })
}

/// Reads `s = s op e`, `s = s.min(e)` as an update.
pub fn assign_update(a: &syn::ExprAssign) -> Option<Update<'_>> {
    let name = tree::ident(&a.left)?;
    let same = |e: &Expr| tree::ident(e).is_some_and(|i| i == name);
    match tree::bare(&a.right) {
        Expr::Binary(b) if same(&b.left) => {
            let (op, call) = operator(&b.op)?;
            Some(Update {
                name,
                op,
                call,
                operand: &b.right,
            })
        }
        Expr::MethodCall(c) if c.args.len() == 1 && same(&c.receiver) => {
            let (op, call) = match &*c.method.to_string() {
                "min" => (Op::Min, "min"),
                "max" => (Op::Max, "max"),
                "wrapping_add" => (Op::Add, "add"),
                "wrapping_mul" => (Op::Mul, "mul"),
                _ => return None,
            };
            Some(Update {
                name,
                op,
                call,
                operand: &c.args[0],
            })
        }
        _ => None,
    }
}

fn operator(op: &BinOp) -> Option<(Op, &'static str)> {
    Some(match op {
        BinOp::Add(_) | BinOp::AddAssign(_) => (Op::Add, "add"),
        BinOp::Sub(_) | BinOp::SubAssign(_) => (Op::Add, "sub"),
        BinOp::Mul(_) | BinOp::MulAssign(_) => (Op::Mul, "mul"),
        BinOp::BitAnd(_) | BinOp::BitAndAssign(_) => (Op::And, "and"),
        BinOp::BitOr(_) | BinOp::BitOrAssign(_) => (Op::Or, "or"),
        BinOp::BitXor(_) | BinOp::BitXorAssign(_) => (Op::Xor, "xor"),
        _ => return None,
    })
}

/// One reduction of a loop.
#[derive(Clone, Debug)]
pub enum Reduction {
    /// `s op= e`.
    Plain(Ident, Op),
    /// `if v < best { best = v; … }`.
    Arg(Arg),
}

impl Reduction {
    /// Its variables.
    pub fn names(&self) -> Vec<&Ident> {
        match self {
            Reduction::Plain(name, _) => vec![name],
            Reduction::Arg(arg) => arg.names().collect(),
        }
    }
    /// The value of `hoist_machine::program::Reduction` for a loop over `rank` ranges.
    pub fn tokens(&self, rank: usize) -> TokenStream {
        match self {
            Reduction::Plain(name, op) => {
                let op = op.tokens();
                quote!(__h::red(#op, #name))
            }
            Reduction::Arg(Arg {
                best,
                less,
                strict,
                payload,
            }) => quote!(__h::arg::<#rank, _, _>(#less, #strict, #best, (#(#payload,)*))),
        }
    }
    /// Statements that give the variables the results, number `n` of `__out`.
    pub fn results(&self, n: usize) -> TokenStream {
        let n = syn::Index::from(n);
        match self {
            Reduction::Plain(name, _) => quote!(#name = __out.#n;),
            Reduction::Arg(Arg { best, payload, .. }) => {
                let parts = (0..payload.len()).map(syn::Index::from);
                quote!(#best = __out.#n.best; #(#payload = __out.#n.payload.#parts;)*)
            }
        }
    }
    /// As `explain()` says it.
    pub fn explain(&self) -> String {
        match self {
            Reduction::Plain(name, op) => format!("`{name}` is a {}", op.name()),
            Reduction::Arg(arg) => arg.explain(),
        }
    }
}

/// The reductions of a loop.
#[derive(Default)]
pub struct Reductions {
    pub all: Vec<Reduction>,
    /// Sites of arg-reductions by the address of their `if`, with the reduction's number.
    pub sites: HashMap<usize, (usize, arg::Site)>,
}

/// Finds the reductions of a loop's body, in the order of their first update.
pub fn find(body: &Block, host: &HashSet<String>, diag: &mut Diag) -> Reductions {
    let mut pass = Find {
        host,
        found: Reductions::default(),
        ops: HashMap::new(),
        sites: arg::sites(body, host).into_iter().collect(),
        diag,
    };
    pass.visit_block(body);
    pass.found
}

struct Find<'a> {
    host: &'a HashSet<String>,
    found: Reductions,
    ops: HashMap<String, Option<Op>>,
    sites: HashMap<usize, arg::Site>,
    diag: &'a mut Diag,
}

impl<'a> Visit<'a> for Find<'_> {
    fn visit_expr_if(&mut self, i: &'a syn::ExprIf) {
        let address = arg::address(i);
        let Some(site) = self.sites.remove(&address) else {
            return visit::visit_expr_if(self, i);
        };
        for name in site.arg.names() {
            if self.ops.insert(name.to_string(), None).is_some() {
                self.diag.error(name.span(), msg::ARG_TWICE);
            }
        }
        if site.arg.payload.len() > 4 {
            self.diag.error(site.arg.payload[4].span(), msg::ARG_MANY);
        }
        let number = self.found.all.len();
        self.found.all.push(Reduction::Arg(site.arg.clone()));
        self.found.sites.insert(address, (number, site));
    }
    fn visit_expr(&mut self, e: &'a Expr) {
        let target = match e {
            Expr::Assign(a) => tree::ident(&a.left),
            Expr::Binary(b) if ops::compound(&b.op).is_some() => tree::ident(&b.left),
            _ => None,
        };
        if let Some(name) = target.filter(|n| self.host.contains(&n.to_string())) {
            let update = match e {
                Expr::Assign(a) => assign_update(a),
                Expr::Binary(b) => compound_update(b),
                _ => None,
            };
            match update {
                Some(u) if self.ops.get(&name.to_string()).is_none_or(|op| *op == Some(u.op)) => {
                    if self.ops.insert(name.to_string(), Some(u.op)).is_none() {
                        self.found.all.push(Reduction::Plain(name.clone(), u.op));
                    }
                }
                _ => self.diag.error(e.span(), msg::REDUCTION),
            }
        }
        visit::visit_expr(self, e);
    }
}
