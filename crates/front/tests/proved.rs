//! Which loops need no test at launch, and what an assertion between the loops tells.

/// `explain()` of a kernel, from the text that the macro makes.
fn explained(text: &str) -> String {
    let tokens: proc_macro2::TokenStream = text.parse().unwrap();
    let out = hoist_front::kernel(proc_macro2::TokenStream::new(), tokens).to_string();
    assert!(!out.contains("compile_error"), "{out}");
    let at = out.find("explain : \"").expect("the kernel's table holds it") + 11;
    out[at..].split("\" }").next().unwrap().to_string()
}

#[test]
fn boxes_own_indices_and_constant_strides_need_no_test_at_launch() {
    for body in [
        "for i in par(0..n) { y[i] = 1.0; }",
        "for i in par(1..n) { y[3 * i] = y[3 * i + 1] + y[3 * i + 2]; }",
        "for i in par(0..n) { y[n - 1 - i] = 1.0; }",
        "for (i, j) in par((0..n, 0..w)) { y[i * w + j] += 1.0; }",
        "for (i, j, k) in par((0..n, 0..w, 0..5)) { y[(i * w + j) * 5 + k] += 1.0; }",
        "for i in par(0..n) { for j in 0..8 { y[i * 8 + j] = 1.0; } }",
        "for i in par(1..n) { if i % 2 == 0 { y[i] = y[i - 1]; } }",
        "for i in par(0..n) { y[i / 8 * 16 + i % 8] = 1.0; }",
    ] {
        let text = explained(&format!("fn f(n: usize, w: usize, y: &mut [f32]) {{ {body} }}"));
        assert!(text.contains("distinct elements in all iterations"), "{text}");
        assert!(
            !text.contains("tested at launch\\n") && !text.contains("runs serially"),
            "{body}\n{text}"
        );
    }
}

#[test]
fn what_the_host_decides_is_tested_at_launch() {
    for body in [
        "for (i, j) in par((0..n, 0..w)) { y[i * m + j] += 1.0; }",
        "for i in par(0..n) { for j in 0..w { y[i * m + j] = 1.0; } }",
        "for i in par(0..n) { y[i * m] = 1.0; }",
        "for i in par((0..n).step_by(m)) { y[4 * i] = 1.0; }",
        "for i in par(0..n) { y[i] = y[i + m]; }",
    ] {
        let text = explained(&format!(
            "fn f(n: usize, w: usize, m: usize, y: &mut [f32]) {{ {body} }}"
        ));
        assert!(text.contains("runs serially"), "{body}\n{text}");
    }
}

#[test]
fn a_stepped_loop_may_start_anywhere() {
    let kernel = |start: &str| {
        let body = format!("for i in par(({start}..n).step_by(2)) {{ y[i + i] += 1.0; y[i + 1] = 2.0; }}");
        let tokens: proc_macro2::TokenStream = format!("fn f(n: usize, m: usize, y: &mut [f32]) {{ {body} }}")
            .parse()
            .unwrap();
        hoist_front::kernel(proc_macro2::TokenStream::new(), tokens).to_string()
    };
    assert!(kernel("3").contains("must not meet"));
    assert!(!kernel("0").contains("compile_error"));
}

/// Without the assertion, values for which rows overlap would be tried too; with it, only others.
#[test]
fn an_assertion_in_front_of_a_loop_is_a_fact() {
    let kernel = |host: &str| {
        let text = format!(
            "fn f(n: usize, w: usize, y: &mut [f32]) {{ {host} for i in par(0..n) {{ for j in 0..10 {{ y[i * w + j] = i as f32; }} }} }}"
        );
        let tokens: proc_macro2::TokenStream = text.parse().unwrap();
        hoist_front::kernel(proc_macro2::TokenStream::new(), tokens).to_string()
    };
    assert!(!kernel("").contains("compile_error"));
    assert!(!kernel("assert!(w >= 10);").contains("compile_error"));
    // A fact that makes it never hold.
    let refused = kernel("assert!(w < 10);");
    assert!(
        refused.contains("must not meet"),
        "{}",
        &refused[refused.len().saturating_sub(900)..]
    );
}
