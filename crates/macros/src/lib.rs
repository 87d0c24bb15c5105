//! The attributes `#[kernel]` and `#[device]`, `#[derive(Element)]`, and `elementwise!`; the work is in `hoist-front`.

use hoist_front::hygiene::own;
use proc_macro::TokenStream;

/// Makes a function runnable on every device: see the documentation of `hoist`.
#[proc_macro_attribute]
pub fn kernel(attr: TokenStream, item: TokenStream) -> TokenStream {
    own(hoist_front::kernel(attr.into(), item.into())).into()
}

/// Makes a function callable from kernels, in any crate: see the documentation of `hoist`.
#[proc_macro_attribute]
pub fn device(attr: TokenStream, item: TokenStream) -> TokenStream {
    own(hoist_front::device(attr.into(), item.into())).into()
}

/// Makes a struct an element of kernels' slices: see the documentation of `hoist`.
#[proc_macro_derive(Element)]
pub fn element(item: TokenStream) -> TokenStream {
    own(hoist_front::element(item.into())).into()
}

/// An element-wise kernel from a closure: see the documentation of `hoist`.
#[proc_macro]
pub fn elementwise(tokens: TokenStream) -> TokenStream {
    own(hoist_front::elementwise(tokens.into())).into()
}
