//! What the validator refuses.

use hoist_ir::{ScalarType::*, *};

static SITES: [Site; 1] = [Site {
    line: 1,
    column: 1,
    text: "x",
}];

/// A kernel of one read-only buffer `x: [f32]` and a variable `t: f32`, with `body` from `make`.
fn kernel(make: impl FnOnce(&mut Kernel) -> Vec<StmtKind>) -> Kernel {
    let mut k = Kernel {
        name: "k",
        loop_number: 0,
        file: "k.rs",
        line: 1,
        rank: 1,
        indices: vec!["i"],
        buffers: Default::default(),
        uniforms: Default::default(),
        locals: Default::default(),
        arrays: Default::default(),
        values: Default::default(),
        exprs: Default::default(),
        body: vec![],
        reductions: vec![],
        sites: &SITES,
        group: false,
        fast: false,
    };
    k.buffers.push(BufferParam {
        name: "x",
        elem: F32,
        written: false,
    });
    k.locals.push(LocalVar { name: "t", ty: F32 });
    k.body = block(make(&mut k));
    k
}
fn block(kinds: Vec<StmtKind>) -> Block {
    kinds
        .into_iter()
        .enumerate()
        .map(|(n, kind)| Stmt {
            line: n as u32 + 10,
            kind,
        })
        .collect()
}
fn e(k: &mut Kernel, expr: Expr, ty: ScalarType) -> ExprId {
    k.exprs.push(Node { expr, ty })
}
fn refused(make: impl FnOnce(&mut Kernel) -> Vec<StmtKind>) -> (u32, Cause) {
    let err = validate(kernel(make)).expect_err("refused");
    (err.line, err.cause)
}
fn value(k: &mut Kernel, ty: ScalarType) -> ValueId {
    k.values.push(Value { name: None, ty })
}
const T: usize = 0;
fn t() -> LocalId {
    Handle::new(T)
}

#[test]
fn the_skeleton_is_accepted() {
    let k = kernel(|k| {
        let zero = e(k, Expr::Const(0), F32);
        vec![
            StmtKind::Declare {
                local: t(),
                init: Some(zero),
            },
            StmtKind::Set { local: t(), expr: zero },
        ]
    });
    validate(k).unwrap();
}

#[test]
fn types() {
    let bad = |make: fn(&mut Kernel) -> ExprId| {
        let (_, cause) = refused(|k| {
            let expr = make(k);
            let value = value(k, k.exprs[expr].ty);
            vec![StmtKind::Let { value, expr }]
        });
        assert!(matches!(cause, Cause::Type { .. }), "{cause}");
    };
    bad(|k| e(k, Expr::Const(256), U8));
    bad(|k| e(k, Expr::Const(2), Bool));
    bad(|k| e(k, Expr::Index(2), U32));
    bad(|k| {
        let (a, b) = (e(k, Expr::Const(0), F32), e(k, Expr::Const(0), I32));
        e(k, Expr::Binary(BinaryOp::Add, a, b), F32)
    });
    bad(|k| {
        let a = e(k, Expr::Const(0), I32);
        e(k, Expr::Binary(BinaryOp::Div, a, a), I32)
    });
    bad(|k| {
        let a = e(k, Expr::Const(0), I32);
        e(k, Expr::Binary(BinaryOp::Lt, a, a), I32)
    });
    bad(|k| {
        let a = e(k, Expr::Const(0), F32);
        e(k, Expr::Unary(UnaryOp::Not, a), F32)
    });
    bad(|k| {
        let a = e(k, Expr::Const(0), F32);
        e(k, Expr::Bitcast(a), I32)
    });
    bad(|k| {
        let a = e(k, Expr::Const(0), F32);
        e(k, Expr::Select { cond: a, yes: a, no: a }, F32)
    });
    bad(|k| {
        let a = e(k, Expr::Const(0), I32);
        e(k, Expr::Cast(a), Bool)
    });
    let (line, cause) = refused(|k| {
        let one = e(k, Expr::Const(1), I32);
        vec![
            StmtKind::Declare { local: t(), init: None },
            StmtKind::Set { local: t(), expr: one },
        ]
    });
    assert_eq!(
        (line, cause),
        (
            11,
            Cause::Mismatch {
                what: "what is assigned",
                found: I32,
                wanted: F32
            }
        )
    );
}

#[test]
fn handles_and_order() {
    let (_, cause) = refused(|_| {
        vec![StmtKind::Assert {
            cond: Handle::new(3),
            site: 0,
        }]
    });
    assert_eq!(
        cause,
        Cause::Handle {
            what: "expression",
            at: 3
        }
    );
    let (_, cause) = refused(|k| {
        e(k, Expr::Uniform(Handle::new(1)), F32);
        vec![]
    });
    assert_eq!(cause, Cause::Handle { what: "uniform", at: 1 });
    let (_, cause) = refused(|k| {
        e(k, Expr::Unary(UnaryOp::Neg, Handle::new(0)), F32);
        vec![]
    });
    assert_eq!(cause, Cause::Order { at: 0 });
    let (_, cause) = refused(|k| {
        let cond = e(k, Expr::Const(1), Bool);
        vec![StmtKind::Assert { cond, site: 1 }]
    });
    assert_eq!(cause, Cause::Handle { what: "site", at: 1 });
    let (_, cause) = refused(|k| {
        e(k, Expr::Index(3), Usize);
        vec![]
    });
    assert_eq!(cause, Cause::Dim { dim: 3 });
    let mut k = kernel(|_| vec![]);
    k.rank = 2;
    assert_eq!(validate(k).unwrap_err().cause, Cause::Rank { rank: 2, names: 1 });
}

#[test]
fn scopes() {
    let (line, cause) = refused(|k| {
        let (yes, v) = (e(k, Expr::Const(1), Bool), value(k, Bool));
        let use_v = e(k, Expr::Value(v), Bool);
        let then = block(vec![StmtKind::Let { value: v, expr: yes }]);
        vec![
            StmtKind::If {
                cond: yes,
                then,
                otherwise: vec![],
            },
            StmtKind::Assert { cond: use_v, site: 0 },
        ]
    });
    assert_eq!((line, cause), (11, Cause::ValueScope { value: 0 }));
    let (_, cause) = refused(|k| {
        let (yes, v) = (e(k, Expr::Const(1), Bool), value(k, Bool));
        vec![
            StmtKind::Let { value: v, expr: yes },
            StmtKind::Let { value: v, expr: yes },
        ]
    });
    assert_eq!(cause, Cause::Redefined { value: 0 });
    let (_, cause) = refused(|k| {
        let zero = e(k, Expr::Const(0), F32);
        vec![StmtKind::Set { local: t(), expr: zero }]
    });
    assert_eq!(cause, Cause::LocalScope { local: T });
    let (_, cause) = refused(|_| {
        let declare = || StmtKind::Declare { local: t(), init: None };
        vec![declare(), declare()]
    });
    assert_eq!(cause, Cause::Redeclared { local: T });
    let (_, cause) = refused(|k| {
        let local = k.locals.push(LocalVar { name: "j", ty: U8 });
        let zero = e(k, Expr::Const(0), U8);
        let body = block(vec![StmtKind::Set { local, expr: zero }]);
        vec![StmtKind::For {
            local,
            from: zero,
            to: zero,
            body,
        }]
    });
    assert_eq!(cause, Cause::CounterSet { local: 1 });
}

#[test]
fn statements() {
    let (_, cause) = refused(|_| {
        vec![StmtKind::Loop {
            body: block(vec![StmtKind::Break { depth: 1 }]),
        }]
    });
    assert_eq!(cause, Cause::Depth { depth: 1, inside: 1 });
    let (_, cause) = refused(|_| vec![StmtKind::Continue { depth: 0 }]);
    assert_eq!(cause, Cause::Depth { depth: 0, inside: 0 });
    let (_, cause) = refused(|k| {
        let (i, v) = (e(k, Expr::Index(2), Usize), e(k, Expr::Const(0), F32));
        vec![StmtKind::Store {
            buffer: Handle::new(0),
            index: i,
            expr: v,
            proved: false,
            site: 0,
        }]
    });
    assert_eq!(cause, Cause::ReadOnly { buffer: "x" });
    let (_, cause) = refused(|k| {
        let (v, value) = (e(k, Expr::Const(0), F32), value(k, F32));
        vec![StmtKind::Div {
            value,
            a: v,
            b: v,
            site: 0,
        }]
    });
    assert_eq!(
        cause,
        Cause::Kind {
            what: "a dividend",
            found: F32
        }
    );
    let (_, cause) = refused(|k| {
        let (i, value) = (e(k, Expr::Const(0), U32), value(k, F32));
        vec![StmtKind::Load {
            value,
            buffer: Handle::new(0),
            index: i,
            proved: false,
            site: 0,
        }]
    });
    assert_eq!(
        cause,
        Cause::Mismatch {
            what: "an index",
            found: U32,
            wanted: Usize
        }
    );
}

#[test]
fn arrays() {
    let array = |k: &mut Kernel, table: Option<Vec<u64>>| {
        k.arrays.push(ArrayVar {
            name: "a",
            elem: F32,
            len: 2,
            table,
            shared: false,
        })
    };
    let load = |k: &mut Kernel, array| {
        let (index, value) = (e(k, Expr::Const(0), Usize), value(k, F32));
        StmtKind::LoadArray {
            value,
            array,
            index,
            site: 0,
        }
    };
    let declare = |array| StmtKind::DeclareArray { array, fill: None };
    assert!(
        validate(kernel(|k| {
            let a = array(k, None);
            vec![declare(a), load(k, a)]
        }))
        .is_ok()
    );
    // Before its declaration, and behind the block that declares it.
    let (_, cause) = refused(|k| {
        let a = array(k, None);
        vec![load(k, a), declare(a)]
    });
    assert_eq!(cause, Cause::ArrayScope { array: 0 });
    let (_, cause) = refused(|k| {
        let a = array(k, None);
        let (cond, then) = (e(k, Expr::Const(1), Bool), block(vec![declare(a)]));
        let inner = StmtKind::If {
            cond,
            then,
            otherwise: vec![],
        };
        vec![inner, load(k, a)]
    });
    assert_eq!(cause, Cause::ArrayScope { array: 0 });
    // A constant one is read everywhere, stored to nowhere, and has as many values as elements.
    assert!(
        validate(kernel(|k| {
            let a = array(k, Some(vec![1, 2]));
            vec![load(k, a)]
        }))
        .is_ok()
    );
    let (_, cause) = refused(|k| {
        let a = array(k, Some(vec![1, 2]));
        let (index, expr) = (e(k, Expr::Const(0), Usize), e(k, Expr::Const(0), F32));
        vec![StmtKind::StoreArray {
            array: a,
            index,
            expr,
            site: 0,
        }]
    });
    assert_eq!(cause, Cause::Constant { array: "a" });
    let (_, cause) = refused(|k| {
        array(k, Some(vec![1]));
        vec![]
    });
    assert_eq!(
        cause,
        Cause::Table {
            array: "a",
            len: 2,
            given: 1
        }
    );
}

#[test]
fn groups() {
    let items = |k: &mut Kernel, body: Block, others: usize| {
        let mut local = |ty| k.locals.push(LocalVar { name: "n", ty });
        let (row, col, acc) = (local(Usize), local(Usize), local(F32));
        let others: Vec<LocalId> = (0..others).map(|_| local(F32)).collect();
        let (rows, cols) = (e(k, Expr::Const(1), Usize), e(k, Expr::Const(8), Usize));
        let reductions = vec![Reduction {
            op: RedOp::Add,
            ty: F32,
            local: acc,
            identity: 0,
        }];
        StmtKind::Items {
            row,
            col,
            rows,
            cols,
            body,
            reductions,
            others,
            join: vec![],
        }
    };
    let shared = |k: &mut Kernel| {
        let array = k.arrays.push(ArrayVar {
            name: "a",
            elem: F32,
            len: 2,
            table: None,
            shared: true,
        });
        StmtKind::DeclareArray { array, fill: None }
    };
    let good = kernel(|k| {
        k.group = true;
        vec![shared(k), items(k, vec![], 1)]
    });
    assert!(validate(good).is_ok());
    let (_, cause) = refused(|k| vec![items(k, vec![], 1)]);
    assert_eq!(cause, Cause::Items);
    let (_, cause) = refused(|k| {
        k.group = true;
        let inner = block(vec![items(k, vec![], 1)]);
        vec![items(k, inner, 1)]
    });
    assert_eq!(cause, Cause::Items);
    let (_, cause) = refused(|k| {
        k.group = true;
        let inner = block(vec![shared(k)]);
        vec![items(k, inner, 1)]
    });
    assert_eq!(cause, Cause::Items);
    let (_, cause) = refused(|k| {
        k.group = true;
        vec![items(k, vec![], 0)]
    });
    assert_eq!(
        cause,
        Cause::Partials {
            reductions: 1,
            others: 0
        }
    );
    // No jump leaves an item.
    let (_, cause) = refused(|k| {
        k.group = true;
        let jump = block(vec![StmtKind::Break { depth: 0 }]);
        let body = block(vec![items(k, jump, 1)]);
        vec![StmtKind::Loop { body }]
    });
    assert_eq!(cause, Cause::Depth { depth: 0, inside: 0 });
}
