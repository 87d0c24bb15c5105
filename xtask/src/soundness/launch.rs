//! Computes the tests that the front end writes for a launch, as Rust would, from their own tokens.

use hoist_machine::iv::{self, Iv};
use hoist_machine::program::Dim;
use std::collections::HashMap;
use syn::{BinOp, Block, Expr, Lit, Pat, Stmt, UnOp};

/// What a test computes with.
#[derive(Clone, Debug)]
pub enum Value {
    Int(i128),
    Bool(bool),
    Text,
    Iv(Iv),
    Dim(Dim),
    /// An array, a tuple, a borrowed list.
    List(Vec<Value>),
    /// A slice, by its length.
    Slice(usize),
    /// `Some` or `None`.
    Option(Option<Box<Value>>),
}

/// Names in scope.
pub type Env = HashMap<String, Value>;

/// `return` inside of a test.
enum Stop {
    Return(Value),
    /// The text is not one that this understands.
    Unknown(String),
}

type Result<T> = std::result::Result<T, Stop>;

fn unknown<T>(what: &impl quote::ToTokens) -> Result<T> {
    Err(Stop::Unknown(quote::quote!(#what).to_string()))
}

/// Computes an expression that may `return`.
pub fn compute(e: &Expr, env: &Env) -> std::result::Result<Value, String> {
    match expr(e, &mut env.clone()) {
        Ok(v) | Err(Stop::Return(v)) => Ok(v),
        Err(Stop::Unknown(text)) => Err(text),
    }
}

fn block(b: &Block, env: &mut Env) -> Result<Value> {
    let mut env = env.clone();
    let mut last = Value::List(Vec::new());
    for s in &b.stmts {
        last = match s {
            Stmt::Local(l) => {
                let Pat::Ident(p) = &l.pat else { return unknown(&l.pat) };
                let Some(init) = &l.init else { return unknown(l) };
                let v = expr(&init.expr, &mut env)?;
                env.insert(p.ident.to_string(), v);
                Value::List(Vec::new())
            }
            Stmt::Expr(e, _) => expr(e, &mut env)?,
            s => return unknown(s),
        };
    }
    Ok(last)
}

fn expr(e: &Expr, env: &mut Env) -> Result<Value> {
    Ok(match e {
        Expr::Paren(p) => expr(&p.expr, env)?,
        Expr::Group(g) => expr(&g.expr, env)?,
        Expr::Reference(r) => expr(&r.expr, env)?,
        Expr::Block(b) => block(&b.block, env)?,
        Expr::Lit(l) => match &l.lit {
            Lit::Int(n) => Value::Int(n.base10_parse().map_err(|e| Stop::Unknown(e.to_string()))?),
            Lit::Bool(b) => Value::Bool(b.value),
            Lit::Str(_) => Value::Text,
            l => return unknown(l),
        },
        Expr::Path(p) => {
            let name = p.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default();
            match env.get(&name) {
                Some(v) => v.clone(),
                None if name == "None" => Value::Option(None),
                None => return unknown(p),
            }
        }
        Expr::Array(a) => Value::List(a.elems.iter().map(|e| expr(e, env)).collect::<Result<_>>()?),
        Expr::Tuple(t) => Value::List(t.elems.iter().map(|e| expr(e, env)).collect::<Result<_>>()?),
        Expr::Unary(u) => match (&u.op, expr(&u.expr, env)?) {
            (UnOp::Not(_), Value::Bool(b)) => Value::Bool(!b),
            (UnOp::Neg(_), Value::Int(n)) => Value::Int(-n),
            (UnOp::Deref(_), v) => v,
            _ => return unknown(u),
        },
        Expr::Binary(b) => binary(b, env)?,
        Expr::Call(c) => call(c, env)?,
        Expr::MethodCall(c) => method(c, env)?,
        Expr::Field(f) => field(f, env)?,
        Expr::Struct(s) => dim(s, env)?,
        Expr::Index(i) => match (expr(&i.expr, env)?, expr(&i.index, env)?) {
            (Value::List(l), Value::Int(n)) => l[n as usize].clone(),
            _ => return unknown(i),
        },
        Expr::ForLoop(f) => {
            let (Pat::Ident(p), Value::List(all)) = (&*f.pat, expr(&f.expr, env)?) else {
                return unknown(f);
            };
            for v in all {
                env.insert(p.ident.to_string(), v);
                block(&f.body, env)?;
            }
            Value::List(Vec::new())
        }
        Expr::If(i) => match (expr(&i.cond, env)?, &i.else_branch) {
            (Value::Bool(true), _) => block(&i.then_branch, env)?,
            (Value::Bool(false), None) => Value::List(Vec::new()),
            _ => return unknown(i),
        },
        Expr::Return(r) => match &r.expr {
            Some(e) => return Err(Stop::Return(expr(e, env)?)),
            None => return unknown(r),
        },
        e => return unknown(e),
    })
}

fn binary(b: &syn::ExprBinary, env: &mut Env) -> Result<Value> {
    let l = expr(&b.left, env)?;
    if let (BinOp::And(_), Value::Bool(false)) = (&b.op, &l) {
        return Ok(l);
    }
    let r = expr(&b.right, env)?;
    // A host's sums wrap, as release Rust's.
    let wrap = |n: i128| Value::Int(n.rem_euclid(1 << 64));
    Ok(match (b.op, l, r) {
        (BinOp::And(_), _, r) => r,
        (BinOp::Add(_), Value::Int(l), Value::Int(r)) => wrap(l + r),
        (BinOp::Sub(_), Value::Int(l), Value::Int(r)) => wrap(l - r),
        (BinOp::Mul(_), Value::Int(l), Value::Int(r)) => Value::Int(i128::from((l as u64).wrapping_mul(r as u64))),
        (BinOp::Div(_), Value::Int(l), Value::Int(r)) => Value::Int(l / r),
        (BinOp::Rem(_), Value::Int(l), Value::Int(r)) => Value::Int(l % r),
        _ => return unknown(b),
    })
}

fn call(c: &syn::ExprCall, env: &mut Env) -> Result<Value> {
    let Expr::Path(p) = &*c.func else { return unknown(c) };
    let name = p.path.segments.last().map(|s| s.ident.to_string()).unwrap_or_default();
    let args: Vec<Value> = c.args.iter().map(|a| expr(a, env)).collect::<Result<_>>()?;
    Ok(match (&*name, args.as_slice()) {
        ("lit" | "int", [Value::Int(n)]) => Value::Iv(iv::lit(*n)),
        ("span", [Value::Iv(a), Value::Iv(b)]) => Value::Iv(iv::span(*a, *b)),
        ("dim", [Value::Dim(d)]) => Value::Iv(iv::dim(d)),
        ("Some", [v]) => Value::Option(Some(Box::new(v.clone()))),
        ("exact", [Value::Int(n)]) => Value::Int(*n),
        ("independent", [Value::List(code), Value::List(values)]) => {
            let (Some(code), Some(values)) = (numbers(code), numbers(values)) else {
                return unknown(c);
            };
            let code: Vec<i64> = code.iter().map(|n| *n as i64).collect();
            // As `iv::independent`, which keeps answers for a model that stands in the program.
            Value::Bool(hoist_affine::Model::decode(&code).is_some_and(|m| m.independent(&values)))
        }
        _ => return unknown(c),
    })
}

fn numbers(all: &[Value]) -> Option<Vec<i128>> {
    let number = |v: &Value| match v {
        Value::Int(n) => Some(*n),
        _ => None,
    };
    all.iter().map(number).collect()
}

fn method(c: &syn::ExprMethodCall, env: &mut Env) -> Result<Value> {
    let receiver = expr(&c.receiver, env)?;
    if c.method == "all" {
        let (Value::List(all), Some(Expr::Closure(f))) = (&receiver, c.args.first()) else {
            return unknown(c);
        };
        let Pat::Ident(p) = &f.inputs[0] else { return unknown(c) };
        for v in all {
            env.insert(p.ident.to_string(), v.clone());
            match expr(&f.body, env)? {
                Value::Bool(true) => {}
                v => return Ok(v),
            }
        }
        return Ok(Value::Bool(true));
    }
    let args: Vec<Value> = c.args.iter().map(|a| expr(a, env)).collect::<Result<_>>()?;
    Ok(match (&*c.method.to_string(), receiver, args.as_slice()) {
        ("plus", Value::Iv(a), [Value::Iv(b)]) => Value::Iv(a.plus(*b)),
        ("times", Value::Iv(a), [Value::Iv(b)]) => Value::Iv(a.times(*b)),
        ("indexes", Value::Iv(a), [Value::Int(n)]) => Value::Bool(a.indexes(*n as usize)),
        ("len", Value::Slice(n), []) => Value::Int(n as i128),
        ("count", Value::Dim(d), []) => Value::Int(d.count() as i128),
        ("iter", Value::List(l), []) => Value::List(l),
        ("min", Value::Int(a), [Value::Int(b)]) => Value::Int(a.min(*b)),
        ("max", Value::Int(a), [Value::Int(b)]) => Value::Int(a.max(*b)),
        _ => return unknown(c),
    })
}

fn field(f: &syn::ExprField, env: &mut Env) -> Result<Value> {
    let syn::Member::Named(name) = &f.member else {
        return unknown(f);
    };
    Ok(match (&*name.to_string(), expr(&f.base, env)?) {
        ("step", Value::Dim(d)) => Value::Int(d.step as i128),
        // The chunk: a list of its dimensions.
        ("dims", Value::List(l)) => Value::List(l),
        _ => return unknown(f),
    })
}

fn dim(s: &syn::ExprStruct, env: &mut Env) -> Result<Value> {
    let mut get = |name: &str| {
        let field = s
            .fields
            .iter()
            .find(|f| matches!(&f.member, syn::Member::Named(n) if n == name));
        match field.map(|f| expr(&f.expr, env)) {
            Some(Ok(Value::Int(n))) => Ok(n as usize),
            Some(Err(e)) => Err(e),
            _ => unknown(s),
        }
    };
    Ok(Value::Dim(Dim {
        start: get("start")?,
        end: get("end")?,
        step: get("step")?,
    }))
}
