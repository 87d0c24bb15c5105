//! Random control flow, written by `generate`; a test fails when this file and the generator part ways.
#![allow(clippy::all, unused_assignments, unused_mut, unused_variables, unused_labels, unused_parens)]
use hoist::prelude::*;

#[kernel]
pub fn random_0(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..2u32 {
            c = c.wrapping_add(t1);
            'l2: for t2 in 0..2u32 {
                c = c.wrapping_add(t2);
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    b = (z[(c as usize) % z.len()].wrapping_sub(316i32) ^ (z[i] & b));
                    b = ((a as i32) ^ (c as i32).wrapping_mul(b));
                    if (c & 3 == 1 || (c & 3 == 1)) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                }
            }
            let mut t4 = 0u32;
            'l4: loop {
                t4 += 1;
                if t4 > 6 { break; }
                if ((if ((c as i32) != z[(c as usize) % z.len()] && (c & 3 == 1)) { a } else { d }) < ((c as i32) as f32) || (z[i] != z[i])) {
                    c ^= 0x55;
                    continue 'l4;
                }
                if ((x[i] * x[i]) < (d / (d + 3.5))) {
                    a = ((0.90f32 * a) * (x[i] + a));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if ((c as i32) != z[i]) {
                        c ^= 0x55;
                        break;
                    }
                }
                d = (x[i].abs().sqrt() - (if ((x[(c as usize) % x.len()] / (x[i] + 3.5)) < (z[(c as usize) % z.len()] as f32) && ((b >> 5) >= z[i].wrapping_mul(210i32))) { x[(c as usize) % x.len()] } else { x[i] }));
                if (c & 3 == 1 || (z[i] != z[i])) {
                    d *= (z[(c as usize) % z.len()] as f32);
                    a = ((0.45f32 + d) - (if ((if ((z[i] ^ (c as i32)) >= z[(c as usize) % z.len()].wrapping_add(z[i]) || (z[i] != 829i32)) { 0.39f32 } else { a }) < (z[(c as usize) % z.len()] as f32)) { 3.80f32 } else { x[(c as usize) % x.len()] }));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            d *= a.abs().sqrt();
            'l5: for t5 in 0..1u32 {
                c = c.wrapping_add(t5);
                let mut t6 = 0u32;
                'l6: loop {
                    t6 += 1;
                    if t6 > 6 { break; }
                    a = ((c as i32).wrapping_sub(z[i]) as f32);
                    d += (if ((z[(c as usize) % z.len()] as f32) < (if (z[(c as usize) % z.len()] != b) { a } else { x[i] }) || (0.37f32.abs().sqrt() < (if (c & 3 == 1 || (c & 3 == 1)) { d } else { d }))) { d } else { a });
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                d *= (1.64f32 + 0.29f32);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_1(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_2(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        'l1: for t1 in 0..4u32 {
            c = c.wrapping_add(t1);
            d += x[(c as usize) % x.len()].abs().sqrt();
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_3(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && (x[(c as usize) % x.len()].floor() < (if (c & 3 == 1) { a } else { x[i] })) {
            t1 += 1;
            a = ((a * d) + (x[i] / (d + 3.5)));
            'l2: for t2 in 0..(c & 3) {
                c = c.wrapping_add(t2);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                b = ((b ^ z[(c as usize) % z.len()]) / 7);
                d = (d.floor() + x[(c as usize) % x.len()].abs().sqrt());
            }
            'l3: for t3 in 0..1u32 {
                c = c.wrapping_add(t3);
                'l4: for t4 in 0..1u32 {
                    c = c.wrapping_add(t4);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (914i32 != z[i]) {
                        c ^= 0x55;
                        break;
                    }
                }
                'l5: for t5 in 0..(c & 3) {
                    c = c.wrapping_add(t5);
                    b = ((b / 7) / 7);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = ((d as i32) / 7);
                    d += (b as f32);
                }
                let mut t6 = 0u32;
                'l6: loop {
                    t6 += 1;
                    if t6 > 6 { break; }
                    if (z[i] != z[(c as usize) % z.len()]) {
                        c ^= 0x55;
                        break;
                    }
                }
            }
            d += (2.78f32 * x[i]);
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_4(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..1u32 {
            c = c.wrapping_add(t1);
            'l2: for t2 in 0..4u32 {
                c = c.wrapping_add(t2);
                d += x[i].floor();
                b = (410i32.min(b) & (b / 7));
            }
            'l3: for t3 in 0..1u32 {
                c = c.wrapping_add(t3);
                if ((c as i32) != z[i] || (938i32 != z[(c as usize) % z.len()])) {
                    c ^= 0x55;
                    continue 'l3;
                }
                'l4: for t4 in 0..4u32 {
                    c = c.wrapping_add(t4);
                    d -= (if (c & 3 == 1) { 3.60f32 } else { 0.94f32 });
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            b = ((if ((b >> 17) >= (z[i] / 7) && (z[i].wrapping_mul((c as i32)) >= 938i32.min(b))) { d } else { d }) as i32);
        }
        let mut t5 = 0u32;
        'l5: loop {
            t5 += 1;
            if t5 > 6 { break; }
            if (c & 3 == 1 && (z[(c as usize) % z.len()] != (c as i32))) {
                b = (462i32 ^ 489i32).wrapping_add((c as i32).wrapping_add(z[i]));
            } else {
                a = ((3.85f32 * 3.90f32) - (a / (d + 3.5)));
                b = (b ^ 640i32).wrapping_sub((526i32 & b));
                if (3.71f32.abs().sqrt() < x[(c as usize) % x.len()].floor() && (c & 3 == 1 || (b.min(679i32) >= b.wrapping_add(b)))) {
                    b = (b.wrapping_mul((c as i32)) & (z[i] & (c as i32)));
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break 'l5;
                    }
                    a = ((x[i] * d) + (d / (1.3f32 + 3.5)));
                } else {
                    if (258i32.min(b) >= (z[i] / 7) || (((c as i32) & (c as i32)) >= ((c as i32) >> 13))) {
                        c ^= 0x55;
                        continue;
                    }
                }
                if (c & 3 == 1 && (1i32 != 917i32)) {
                    d -= (x[(c as usize) % x.len()] - x[(c as usize) % x.len()]);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = z[(c as usize) % z.len()].wrapping_add((c as i32)).min((z[i] >> 21));
                    b = z[(c as usize) % z.len()].min((c as i32)).wrapping_sub((b & (c as i32)));
                }
            }
            d = ((x[(c as usize) % x.len()] / (x[i] + 3.5)) + (if (z[i] != z[i]) { d } else { x[i] }));
        }
        b = ((z[i] >> 8) ^ 905i32.min(z[(c as usize) % z.len()]));
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_5(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..4u32 {
            c = c.wrapping_add(t1);
            if ((z[(c as usize) % z.len()] ^ 986i32) >= (c as i32).wrapping_sub(164i32) || (c & 3 == 1)) {
                if ((c as i32) != z[(c as usize) % z.len()]) {
                    d = (if (c & 3 == 1 && ((684i32 as f32) < (a * a))) { (d + 2.50f32) } else { x[(c as usize) % x.len()].floor() });
                }
                a = (d.floor() * (d + 3.2f32));
                a = (z[(c as usize) % z.len()].wrapping_add((c as i32)) as f32);
                'l2: for t2 in 0..3u32 {
                    c = c.wrapping_add(t2);
                    b = (z[(c as usize) % z.len()] >> 27).wrapping_mul(804i32.wrapping_sub(b));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        'l3: for t3 in 0..(c & 3) {
            c = c.wrapping_add(t3);
            let mut t4 = 0i32;
            'l4: while t4 < (b & 7) && ((d as i32) >= (b / 7)) {
                t4 += 1;
                if ((a - x[i]) < (if (z[(c as usize) % z.len()].min(896i32) >= 960i32.wrapping_add(166i32) || ((x[(c as usize) % x.len()] / (a + 3.5)) < (d - a))) { x[i] } else { x[(c as usize) % x.len()] }) || (z[i] != 422i32)) {
                    c ^= 0x55;
                    continue 'l4;
                }
            }
            d = (d + 0.3f32).floor();
        }
        'l5: for t5 in 0..(c & 3) {
            c = c.wrapping_add(t5);
            if ((c as i32) != z[i] || (c & 3 == 1)) {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if ((if (z[i] != (c as i32) && ((3.43f32 / (x[i] + 3.5)) < 2.89f32.abs().sqrt())) { x[(c as usize) % x.len()] } else { d }) < a.abs().sqrt()) {
                    d *= (d - d);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    a = (if (z[i].min((c as i32)) >= z[i].wrapping_add(z[(c as usize) % z.len()])) { (448i32 as f32) } else { (2.80f32 - d) });
                    if ((x[i] + x[i]) < (d * 0.16f32) || ((x[i] + d) < d.floor())) {
                        c ^= 0x55;
                        continue;
                    }
                    a = (a + x[(c as usize) % x.len()]).floor();
                    a = (x[i] + a).floor();
                }
                'l6: for t6 in 0..2u32 {
                    c = c.wrapping_add(t6);
                    if (785i32.wrapping_mul((c as i32)) >= (z[(c as usize) % z.len()] >> 26) && (b != b)) {
                        c ^= 0x55;
                        continue;
                    }
                }
                let mut t7 = 0u32;
                'l7: loop {
                    t7 += 1;
                    if t7 > 6 { break; }
                    b = ((d + x[(c as usize) % x.len()]) as i32);
                    b = (c as i32).wrapping_add(z[(c as usize) % z.len()]).wrapping_add((839i32 & 512i32));
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue 'l7;
                    }
                }
            } else {
                if ((z[(c as usize) % z.len()] & z[(c as usize) % z.len()]) >= (z[i] & z[i])) {
                    c ^= 0x55;
                    break 'l5;
                }
                if ((b & b) >= (z[i] & b) && ((x[i] * a) < (d * x[i]))) {
                    if (1.26f32.floor() < d.floor()) {
                        c ^= 0x55;
                        break 'l5;
                    }
                    if ((442i32 / 7) >= (c as i32).wrapping_sub(z[i]) && (z[(c as usize) % z.len()].wrapping_mul(z[(c as usize) % z.len()]) >= (z[(c as usize) % z.len()] >> 0))) {
                        c ^= 0x55;
                        break 'l5;
                    }
                    d *= (if (z[i].min(z[i]) >= (c as i32).wrapping_sub(643i32) && ((if (z[i] != z[(c as usize) % z.len()]) { 2.96f32 } else { a }) < (d + d))) { x[(c as usize) % x.len()] } else { a });
                    d -= (z[i] as f32);
                }
            }
            if (z[i] != b) {
                'l8: for t8 in 0..4u32 {
                    c = c.wrapping_add(t8);
                    d = (d.floor() + (a + x[i]));
                    b = (z[i] / 7).wrapping_sub((z[i] ^ (c as i32)));
                    d += (a + a);
                    d += (d * x[i]);
                }
                let mut t9 = 0u32;
                'l9: loop {
                    t9 += 1;
                    if t9 > 6 { break; }
                    d += x[(c as usize) % x.len()].abs().sqrt();
                    b = (z[(c as usize) % z.len()].wrapping_add(z[i]) / 7);
                }
                'l10: for t10 in 0..5u32 {
                    c = c.wrapping_add(t10);
                    d *= (x[(c as usize) % x.len()] + a);
                    d += x[i].floor();
                    a = ((if (c & 3 == 1 || (c & 3 == 1)) { a } else { 0.83f32 }) / ((3.46f32 * d) + 3.5));
                }
            }
        }
        a = (328i32.wrapping_sub(b) as f32);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_6(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0u32;
        'l1: loop {
            t1 += 1;
            if t1 > 6 { break; }
            if (c & 3 == 1) {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if (x[(c as usize) % x.len()].floor() < (if ((d + x[(c as usize) % x.len()]) < a.abs().sqrt() || (z[i] != (c as i32))) { x[(c as usize) % x.len()] } else { x[i] })) {
                    d += (3.36f32 - a);
                    d = (x[(c as usize) % x.len()] - x[(c as usize) % x.len()]).floor();
                }
                if (x[(c as usize) % x.len()].floor() < (z[(c as usize) % z.len()] as f32)) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = ((z[(c as usize) % z.len()] / 7) >> 29);
                    b = (((c as i32) / 7) & (671i32 & (c as i32)));
                    b = ((z[(c as usize) % z.len()] >> 25) & (z[i] >> 7));
                } else {
                    d = (x[(c as usize) % x.len()].abs().sqrt() + (a + 3.76f32));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                'l2: for t2 in 0..(c & 3) {
                    c = c.wrapping_add(t2);
                    d = ((d / (x[(c as usize) % x.len()] + 3.5)) - x[i].floor());
                }
            }
            if ((z[i] as f32) < x[(c as usize) % x.len()].floor() || (c & 3 == 1 || (835i32 != z[(c as usize) % z.len()]))) {
                if ((d + d) < x[(c as usize) % x.len()].abs().sqrt() || (c & 3 == 1)) {
                    c ^= 0x55;
                    break;
                }
                d += (if (((c as i32) & z[i]) >= 882i32.wrapping_sub((c as i32))) { a } else { d });
                d = ((x[(c as usize) % x.len()] * x[i]) + a.abs().sqrt());
            }
        }
        b = ((3.87f32 * x[(c as usize) % x.len()]) as i32);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_7(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..(c & 3) {
            c = c.wrapping_add(t1);
            let mut t2 = 0i32;
            'l2: while t2 < (b & 7) && (178i32 != (c as i32) && ((z[i] ^ z[i]) >= z[(c as usize) % z.len()].wrapping_add(z[i]))) {
                t2 += 1;
                if (46i32.wrapping_sub(b) >= (b >> 9)) {
                    if (b.min(b) >= ((c as i32) & z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        continue;
                    }
                    if ((x[i] * d) < (a * d) && (z[(c as usize) % z.len()].wrapping_mul(80i32) >= 392i32.min(449i32))) {
                        c ^= 0x55;
                        continue 'l2;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    b = (658i32.wrapping_mul((c as i32)) / 7);
                    a = ((3.67f32 + x[i]) + x[i].abs().sqrt());
                    if ((d + d) < (d * x[(c as usize) % x.len()]) || (c & 3 == 1)) {
                        c ^= 0x55;
                        continue 'l2;
                    }
                    if (c & 3 == 1 || (c & 3 == 1)) {
                        c ^= 0x55;
                        continue 'l2;
                    }
                }
                b = ((b & (c as i32)) / 7);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            'l3: for t3 in 0..(c & 3) {
                c = c.wrapping_add(t3);
                'l4: for t4 in 0..3u32 {
                    c = c.wrapping_add(t4);
                    d += (a - x[i]);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (z[i].wrapping_sub((c as i32)) & z[(c as usize) % z.len()].wrapping_sub((c as i32)));
                }
                if ((a - 0.71f32) < (2.77f32 / (3.67f32 + 3.5))) {
                    d -= x[i].floor();
                    if ((d + d) < (1.56f32 / (x[(c as usize) % x.len()] + 3.5))) {
                        c ^= 0x55;
                        continue;
                    }
                    d *= (d + x[i]);
                    if ((c as i32) != z[i] && ((c as i32) != z[i])) {
                        c ^= 0x55;
                        break;
                    }
                }
                let mut t5 = 0u32;
                'l5: loop {
                    t5 += 1;
                    if t5 > 6 { break; }
                    d *= (d * 2.44f32);
                    d *= x[i].floor();
                    d += (3.32f32 + d);
                    d += (b as f32);
                }
                'l6: for t6 in 0..2u32 {
                    c = c.wrapping_add(t6);
                    if (z[(c as usize) % z.len()] != (c as i32) || ((x[i] + a) < (a - a))) {
                        c ^= 0x55;
                        break;
                    }
                    a = (if (766i32 != z[i] && (c & 3 == 1)) { x[i].abs().sqrt() } else { x[(c as usize) % x.len()].abs().sqrt() });
                    d = (1.43f32.abs().sqrt() / ((a - d) + 3.5));
                    if (b.wrapping_mul(476i32) >= 527i32.min(b)) {
                        c ^= 0x55;
                        continue;
                    }
                }
            }
            d += (12i32 as f32);
            d += (b as f32);
        }
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_8(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d += (d + x[(c as usize) % x.len()]);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_9(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        b = ((d as i32) ^ b.wrapping_add(z[(c as usize) % z.len()]));
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        if ((a * x[(c as usize) % x.len()]) < (x[i] * a) || (c & 3 == 1 && (z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]) >= (b & (c as i32))))) {
            b = (z[(c as usize) % z.len()] ^ z[(c as usize) % z.len()]).min((x[i] as i32));
            a = ((if (c & 3 == 1) { 1.21f32 } else { a }) + (a - 3.64f32));
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_10(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if ((c as i32) != (c as i32) || (c & 3 == 1)) {
            if (c & 3 == 1) {
                'l1: for t1 in 0..4u32 {
                    c = c.wrapping_add(t1);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break;
                    }
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                    d = (1.98f32 - x[i]).abs().sqrt();
                }
                'l2: for t2 in 0..2u32 {
                    c = c.wrapping_add(t2);
                    d = (if (z[(c as usize) % z.len()] != 730i32) { (if (c & 3 == 1 && (c & 3 == 1)) { x[i] } else { d }) } else { (0.30f32 - d) });
                }
                a = (((c as i32) ^ b) as f32);
            }
            a = (3.57f32 + a).floor();
            'l3: for t3 in 0..(c & 3) {
                c = c.wrapping_add(t3);
                if (838i32 != z[(c as usize) % z.len()]) {
                    if ((c as i32).wrapping_sub(206i32) >= (c as i32).wrapping_sub(z[i]) || (263i32 != (c as i32))) {
                        c ^= 0x55;
                        break 'l3;
                    }
                } else {
                    d *= (if (c & 3 == 1) { x[i] } else { x[i] });
                }
            }
        }
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_11(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0u32;
        'l1: loop {
            t1 += 1;
            if t1 > 6 { break; }
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                'l3: for t3 in 0..2u32 {
                    c = c.wrapping_add(t3);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                d += d.abs().sqrt();
            }
        }
        'l4: for t4 in 0..1u32 {
            c = c.wrapping_add(t4);
            if ((x[(c as usize) % x.len()] + 2.41f32) < (x[(c as usize) % x.len()] + a) || (905i32 != z[(c as usize) % z.len()])) {
                d *= (3.55f32 + d);
                'l5: for t5 in 0..3u32 {
                    c = c.wrapping_add(t5);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = (x[(c as usize) % x.len()] - a).floor();
                    d = (if ((z[i] & z[(c as usize) % z.len()]) >= ((c as i32) >> 13) || (z[i] != z[i])) { x[i] } else { d }).abs().sqrt();
                }
            } else {
                let mut t6 = 0u32;
                'l6: loop {
                    t6 += 1;
                    if t6 > 6 { break; }
                    a = (if (z[i].wrapping_mul((c as i32)) >= (z[i] / 7)) { (if (z[i] != z[(c as usize) % z.len()]) { x[i] } else { 3.42f32 }) } else { d.abs().sqrt() });
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = (if (c & 3 == 1) { (d / (x[i] + 3.5)) } else { x[i].abs().sqrt() });
                }
                let mut t7 = 0u32;
                'l7: loop {
                    t7 += 1;
                    if t7 > 6 { break; }
                    d += (a / (0.95f32 + 3.5));
                    d -= 2.66f32.floor();
                    b = z[i].min(z[(c as usize) % z.len()]).wrapping_sub(892i32.min(z[(c as usize) % z.len()]));
                    d -= a.abs().sqrt();
                }
                a = ((x[i] / (x[i] + 3.5)) / (x[(c as usize) % x.len()].floor() + 3.5));
            }
        }
        let mut t8 = 0i32;
        'l8: while t8 < (b & 7) && (c & 3 == 1) {
            t8 += 1;
            let mut t9 = 0u32;
            'l9: loop {
                t9 += 1;
                if t9 > 6 { break; }
                if (x[(c as usize) % x.len()].floor() < (3.80f32 / (a + 3.5)) && (c & 3 == 1 && (c & 3 == 1))) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d -= 3.49f32.abs().sqrt();
                    d *= x[i].floor();
                }
                if (z[(c as usize) % z.len()] != z[i] || (c & 3 == 1)) {
                    b = z[(c as usize) % z.len()].wrapping_mul((c as i32)).wrapping_add((784i32 & (c as i32)));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_12(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_13(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        b = z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]).min((517i32 & z[(c as usize) % z.len()]));
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_14(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if ((1.75f32 / (d + 3.5)) < d.abs().sqrt()) {
            b = ((z[i] ^ (c as i32)) >> 20);
            'l1: for t1 in 0..(c & 3) {
                c = c.wrapping_add(t1);
                'l2: for t2 in 0..(c & 3) {
                    c = c.wrapping_add(t2);
                    b = z[i].min((c as i32)).wrapping_add(757i32.min(904i32));
                    d = (if (a.floor() < ((c as i32) as f32)) { (d - d) } else { (x[i] - d) });
                    a = ((x[i] - x[(c as usize) % x.len()]) / (d.floor() + 3.5));
                    if ((c as i32) != 559i32 || (276i32 != 764i32)) {
                        c ^= 0x55;
                        break 'l2;
                    }
                }
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d -= x[(c as usize) % x.len()].floor();
                }
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        } else {
            b = ((x[i] + a) as i32);
        }
        let mut t4 = 0u32;
        'l4: loop {
            t4 += 1;
            if t4 > 6 { break; }
            b = (b & z[i]).wrapping_add((z[i] ^ b));
            d -= (if (b != z[(c as usize) % z.len()] && ((951i32 as f32) < x[(c as usize) % x.len()].abs().sqrt())) { 2.68f32 } else { x[i] });
            b = ((d - x[i]) as i32);
            let mut t5 = 0i32;
            'l5: while t5 < (b & 7) && (z[(c as usize) % z.len()] != z[(c as usize) % z.len()]) {
                t5 += 1;
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        let mut t6 = 0i32;
        'l6: while t6 < (b & 7) && (c & 3 == 1) {
            t6 += 1;
            'l7: for t7 in 0..5u32 {
                c = c.wrapping_add(t7);
                if (c & 3 == 1 && (c & 3 == 1)) {
                    c ^= 0x55;
                    continue;
                }
                let mut t8 = 0i32;
                'l8: while t8 < (b & 7) && (c & 3 == 1 || (c & 3 == 1)) {
                    t8 += 1;
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                'l9: for t9 in 0..(c & 3) {
                    c = c.wrapping_add(t9);
                    a = x[i].floor().floor();
                    d += ((c as i32) as f32);
                    b = (a.floor() as i32);
                }
                'l10: for t10 in 0..(c & 3) {
                    c = c.wrapping_add(t10);
                    if ((x[i] / (a + 3.5)) < (d / (x[i] + 3.5))) {
                        c ^= 0x55;
                        continue;
                    }
                }
            }
            if (3.93f32.abs().sqrt() < (a * 0.2f32) && (((c as i32) >> 3) >= b.wrapping_add(292i32) || (a.abs().sqrt() < (b as f32)))) {
                'l11: for t11 in 0..2u32 {
                    c = c.wrapping_add(t11);
                    if (86i32 != z[(c as usize) % z.len()] && ((c as i32) != 682i32)) {
                        c ^= 0x55;
                        break 'l11;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (if (c & 3 == 1) { d } else { 3.22f32 });
                }
                b = (z[i].wrapping_add(z[i]) ^ ((c as i32) & (c as i32)));
                let mut t12 = 0u32;
                'l12: loop {
                    t12 += 1;
                    if t12 > 6 { break; }
                    if ((z[i] >> 20) >= ((c as i32) / 7)) {
                        c ^= 0x55;
                        break 'l12;
                    }
                    a = (a * a).floor();
                    d -= (d + d);
                }
            } else {
                'l13: for t13 in 0..(c & 3) {
                    c = c.wrapping_add(t13);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += (d + x[(c as usize) % x.len()]);
                }
                if (c & 3 == 1) {
                    c ^= 0x55;
                    break;
                }
                let mut t14 = 0i32;
                'l14: while t14 < (b & 7) && (c & 3 == 1) {
                    t14 += 1;
                    a = ((x[i] / (x[i] + 3.5)) / (1.82f32.abs().sqrt() + 3.5));
                }
                a = ((d + x[(c as usize) % x.len()]) + x[i].floor());
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            d -= 0.45f32.floor();
        }
        'l15: for t15 in 0..4u32 {
            c = c.wrapping_add(t15);
            if (c & 3 == 1) {
                c ^= 0x55;
                break 'l15;
            }
            'l16: for t16 in 0..3u32 {
                c = c.wrapping_add(t16);
                a = (if (z[i].min((c as i32)) >= 850i32.wrapping_add((c as i32))) { (x[(c as usize) % x.len()] - a) } else { d.floor() });
                let mut t17 = 0i32;
                'l17: while t17 < (b & 7) && ((c as i32) != z[(c as usize) % z.len()] || ((z[(c as usize) % z.len()] / 7) >= (x[i] as i32))) {
                    t17 += 1;
                    d *= a.abs().sqrt();
                    b = (z[(c as usize) % z.len()] & z[i]).wrapping_add((c as i32).min(b));
                    if ((d / (d + 3.5)) < x[i].floor()) {
                        c ^= 0x55;
                        break 'l17;
                    }
                }
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            d -= (0.64f32 - x[i]);
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_15(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && (b != b || ((d - x[(c as usize) % x.len()]) < x[(c as usize) % x.len()].abs().sqrt())) {
            t1 += 1;
            if (c & 3 == 1 && ((b / 7) >= (64i32 & 393i32))) {
                c ^= 0x55;
                continue 'l1;
            }
        }
        d *= a.abs().sqrt();
        a = ((2.36f32 * a) / ((x[(c as usize) % x.len()] + a) + 3.5));
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_16(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && (b != z[i]) {
            t1 += 1;
            if (z[i] != z[(c as usize) % z.len()] && (c & 3 == 1 && ((if (c & 3 == 1) { x[(c as usize) % x.len()] } else { d }) < (a * 2.50f32)))) {
                if ((x[i] as i32) >= (b ^ b) && ((b & z[i]) >= (z[i] ^ (c as i32)) || (c & 3 == 1))) {
                    b = b.wrapping_mul(z[(c as usize) % z.len()]).wrapping_sub((1.53f32 as i32));
                    a = ((a + a) + (2.50f32 * a));
                    d = (2.78f32 - x[i]).abs().sqrt();
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break;
                    }
                }
                if ((x[i] + a) < (z[(c as usize) % z.len()] as f32) || ((z[(c as usize) % z.len()] / 7) >= (b / 7))) {
                    if (c & 3 == 1 || (z[i] != 99i32)) {
                        c ^= 0x55;
                        break 'l1;
                    }
                }
                if ((c as i32) != z[(c as usize) % z.len()]) {
                    d += 0.74f32.floor();
                    if (z[i] != 9i32) {
                        c ^= 0x55;
                        continue;
                    }
                    b = (z[i].min(z[i]) / 7);
                    d = (if (x[i].abs().sqrt() < (if ((c as i32).wrapping_add((c as i32)) >= (z[i] ^ b) || ((3.72f32 - x[i]) < (x[i] / (d + 3.5)))) { x[(c as usize) % x.len()] } else { x[i] })) { (d * x[i]) } else { (z[(c as usize) % z.len()] as f32) });
                } else {
                    a = ((if (c & 3 == 1) { x[(c as usize) % x.len()] } else { x[i] }) + (2.0f32 - a));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (b & z[i]).wrapping_add(z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]));
                }
                if (z[(c as usize) % z.len()].min(b) >= (d as i32) || (75i32 != z[i] && (z[(c as usize) % z.len()].wrapping_add((c as i32)) >= (2.77f32 as i32)))) {
                    d = (3.48f32.abs().sqrt() * a.floor());
                    if (181i32.wrapping_add(z[i]) >= (z[(c as usize) % z.len()] >> 1) && (123i32.wrapping_sub(b) >= (c as i32).min(z[i]))) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                    if (c & 3 == 1 && ((315i32 as f32) < (x[(c as usize) % x.len()] - a))) {
                        c ^= 0x55;
                        break;
                    }
                } else {
                    b = (z[i].min(461i32) ^ 934i32.wrapping_add(z[(c as usize) % z.len()]));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    b = (b ^ z[(c as usize) % z.len()]).wrapping_sub((d as i32));
                }
            }
        }
        b = ((605i32 & (c as i32)) / 7);
        b = ((x[(c as usize) % x.len()] as i32) ^ 139i32.min(z[(c as usize) % z.len()]));
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_17(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..5u32 {
            c = c.wrapping_add(t1);
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                if ((d * a) < (a * 0.96f32) && (c & 3 == 1)) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (z[(c as usize) % z.len()].min(b) >> 25);
                }
                if ((z[i] / 7) >= b.wrapping_add(b)) {
                    if (z[i] != z[i]) {
                        c ^= 0x55;
                        continue 'l2;
                    }
                    if (b != z[i] && (c & 3 == 1)) {
                        c ^= 0x55;
                        break;
                    }
                    if ((x[(c as usize) % x.len()] as i32) >= (c as i32).min(b) && (((c as i32) & z[i]) >= (z[i] >> 7))) {
                        c ^= 0x55;
                        continue;
                    }
                } else {
                    d = d.abs().sqrt().abs().sqrt();
                }
                'l3: for t3 in 0..5u32 {
                    c = c.wrapping_add(t3);
                    d -= d.abs().sqrt();
                    if (c & 3 == 1 && (((c as i32) / 7) >= z[i].min(b))) {
                        c ^= 0x55;
                        break;
                    }
                    a = (1.89f32 - x[(c as usize) % x.len()]).abs().sqrt();
                }
            }
        }
        if (c & 3 == 1) {
            d -= d.abs().sqrt();
            'l4: for t4 in 0..2u32 {
                c = c.wrapping_add(t4);
                'l5: for t5 in 0..5u32 {
                    c = c.wrapping_add(t5);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (z[i].wrapping_sub(b) / 7);
                    a = ((z[(c as usize) % z.len()] / 7) as f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            d += (if ((c as i32) != 485i32) { a } else { x[i] });
        } else {
            if (c & 3 == 1 || ((x[i] as i32) >= z[i].wrapping_add(z[i]) && ((z[(c as usize) % z.len()] as f32) < (if (z[(c as usize) % z.len()] != b) { d } else { x[i] })))) {
                if (c & 3 == 1 && (c & 3 == 1 || ((123i32 & (c as i32)) >= (b / 7)))) {
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        'l6: for t6 in 0..3u32 {
            c = c.wrapping_add(t6);
            b = ((z[i] / 7) & z[i].wrapping_mul(z[(c as usize) % z.len()]));
            if ((c as i32).wrapping_mul(b) >= (z[(c as usize) % z.len()] ^ 120i32)) {
                c ^= 0x55;
                continue;
            }
            a = (d * d).floor();
        }
        d = (if ((b & z[i]) >= (x[(c as usize) % x.len()] as i32)) { (d + d) } else { (a + a) });
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_18(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        b = b.wrapping_sub((c as i32)).min((z[i] / 7));
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_19(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d = ((if (z[(c as usize) % z.len()] != (c as i32)) { d } else { a }) - (x[(c as usize) % x.len()] - 3.68f32));
        'l1: for t1 in 0..1u32 {
            c = c.wrapping_add(t1);
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    a = (z[(c as usize) % z.len()] as f32).floor();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                'l4: for t4 in 0..(c & 3) {
                    c = c.wrapping_add(t4);
                    d = (if (z[(c as usize) % z.len()] != z[(c as usize) % z.len()] || ((z[(c as usize) % z.len()] as f32) < (if (x[i].floor() < ((c as i32) as f32)) { d } else { x[(c as usize) % x.len()] }))) { (if ((b >> 22) >= z[i].wrapping_mul((c as i32))) { 2.22f32 } else { x[i] }) } else { (if ((x[i] as i32) >= (c as i32).wrapping_mul(z[(c as usize) % z.len()]) || (b != b)) { x[i] } else { x[i] }) });
                }
            }
            d *= (d / (0.12f32 + 3.5));
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_20(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        b = ((610i32 >> 16) / 7);
        'l1: for t1 in 0..(c & 3) {
            c = c.wrapping_add(t1);
            if ((3.64f32 / (x[i] + 3.5)) < (0.5f32 + x[(c as usize) % x.len()])) {
                c ^= 0x55;
                break;
            }
            'l2: for t2 in 0..1u32 {
                c = c.wrapping_add(t2);
                if (638i32 != z[i] && (797i32 != 803i32 && ((528i32 / 7) >= (b >> 5)))) {
                    d += (x[i] * x[(c as usize) % x.len()]);
                    d += x[i].floor();
                    d -= (922i32 as f32);
                    b = (b.wrapping_add((c as i32)) ^ (c as i32).wrapping_sub(123i32));
                }
                d *= (x[(c as usize) % x.len()] * x[i]);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_21(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d = (3.46f32.abs().sqrt() / ((x[i] - 3.81f32) + 3.5));
        'l1: for t1 in 0..1u32 {
            c = c.wrapping_add(t1);
            b = ((c as i32).wrapping_add(z[(c as usize) % z.len()]) / 7);
            d = x[i].abs().sqrt().floor();
            if (89i32 != b && ((0.77f32 + x[(c as usize) % x.len()]) < (x[(c as usize) % x.len()] / (d + 3.5)))) {
                'l2: for t2 in 0..(c & 3) {
                    c = c.wrapping_add(t2);
                    if (z[(c as usize) % z.len()].wrapping_mul(z[(c as usize) % z.len()]) >= (b / 7)) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break;
                    }
                    a = (if (c & 3 == 1 && ((1.81f32 * a) < (x[(c as usize) % x.len()] / (a + 3.5)))) { (if (c & 3 == 1 && (z[(c as usize) % z.len()] != 58i32)) { x[i] } else { 1.68f32 }) } else { (if ((68i32 >> 25) >= z[(c as usize) % z.len()].wrapping_mul((c as i32)) && (c & 3 == 1)) { 2.75f32 } else { d }) });
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            } else {
                if (d.abs().sqrt() < (a - x[(c as usize) % x.len()]) || (z[i] != z[(c as usize) % z.len()])) {
                    d *= 1.41f32.floor();
                    d *= (if ((3.78f32 / (x[(c as usize) % x.len()] + 3.5)) < (x[i] + 0.85f32)) { x[i] } else { x[i] });
                    b = ((z[i] ^ (c as i32)) / 7);
                    if (((c as i32) >> 3) >= (z[(c as usize) % z.len()] ^ b)) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                }
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    a = d.abs().sqrt().floor();
                }
            }
            'l4: for t4 in 0..3u32 {
                c = c.wrapping_add(t4);
                'l5: for t5 in 0..5u32 {
                    c = c.wrapping_add(t5);
                    a = ((341i32 as f32) - (x[i] + a));
                    if (42i32 != b) {
                        c ^= 0x55;
                        break;
                    }
                    d = ((x[(c as usize) % x.len()] / (a + 3.5)) * (720i32 as f32));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                'l6: for t6 in 0..(c & 3) {
                    c = c.wrapping_add(t6);
                    b = b.min(z[i]).wrapping_add((z[i] >> 21));
                    a = (x[(c as usize) % x.len()] - x[(c as usize) % x.len()]).abs().sqrt();
                    b = (3.42f32.floor() as i32);
                }
            }
        }
        let mut t7 = 0u32;
        'l7: loop {
            t7 += 1;
            if t7 > 6 { break; }
            let mut t8 = 0i32;
            'l8: while t8 < (b & 7) && ((z[(c as usize) % z.len()] & (c as i32)) >= z[(c as usize) % z.len()].wrapping_sub(z[i]) && ((x[(c as usize) % x.len()] / (d + 3.5)) < (x[(c as usize) % x.len()] / (d + 3.5)))) {
                t8 += 1;
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                'l9: for t9 in 0..(c & 3) {
                    c = c.wrapping_add(t9);
                    b = ((2i32 >> 8) & (0.27f32 as i32));
                    d += (659i32 as f32);
                }
                d -= (0.24f32 / (d + 3.5));
                'l10: for t10 in 0..1u32 {
                    c = c.wrapping_add(t10);
                    a = ((0.14f32 / (a + 3.5)) + (1.46f32 / (x[i] + 3.5)));
                    b = ((a + d) as i32);
                    if (((c as i32) / 7) >= 472i32.wrapping_sub(b) || (2.49f32.floor() < ((c as i32) as f32))) {
                        c ^= 0x55;
                        continue;
                    }
                }
            }
            'l11: for t11 in 0..5u32 {
                c = c.wrapping_add(t11);
                if ((z[(c as usize) % z.len()] & z[i]) >= (z[(c as usize) % z.len()] ^ b)) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = ((z[(c as usize) % z.len()] >> 12) & ((c as i32) / 7));
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (((c as i32) ^ (c as i32)) ^ z[i].wrapping_mul(z[(c as usize) % z.len()]));
                }
                if (z[(c as usize) % z.len()] != (c as i32) && (z[i].wrapping_add(z[(c as usize) % z.len()]) >= z[(c as usize) % z.len()].wrapping_add((c as i32)))) {
                    c ^= 0x55;
                    continue;
                }
                if (c & 3 == 1) {
                    b = ((c as i32).wrapping_mul(z[(c as usize) % z.len()]) & z[i].wrapping_mul(z[i]));
                    a = ((x[(c as usize) % x.len()] * x[(c as usize) % x.len()]) + (z[(c as usize) % z.len()] as f32));
                } else {
                    a = ((c as i32).wrapping_mul(b) as f32);
                }
            }
            if (d.floor() < (1.38f32 * a) && (332i32.wrapping_sub((c as i32)) >= (z[(c as usize) % z.len()] / 7))) {
                c ^= 0x55;
                continue 'l7;
            }
        }
        'l12: for t12 in 0..2u32 {
            c = c.wrapping_add(t12);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            b = ((c as i32) & z[i]).min(((c as i32) / 7));
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_22(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d = ((if (b != z[i]) { d } else { x[(c as usize) % x.len()] }) + (d + d));
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && ((1.72f32 * a) < ((c as i32) as f32) && ((0.42f32 + x[(c as usize) % x.len()]) < (x[(c as usize) % x.len()] / (d + 3.5)))) {
            t1 += 1;
            let mut t2 = 0i32;
            'l2: while t2 < (b & 7) && ((a / (3.61f32 + 3.5)) < (x[(c as usize) % x.len()] / (d + 3.5))) {
                t2 += 1;
                if ((x[i] + 1.98f32) < (x[(c as usize) % x.len()] / (1.5f32 + 3.5))) {
                    d *= a.abs().sqrt();
                    b = ((z[i] >> 28) & ((c as i32) & (c as i32)));
                } else {
                    if (z[(c as usize) % z.len()] != z[(c as usize) % z.len()]) {
                        c ^= 0x55;
                        continue;
                    }
                    d -= (2.48f32 * 3.31f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (c & 3 == 1 && ((b >> 14) >= b.wrapping_sub(z[(c as usize) % z.len()]))) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                }
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_23(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        b = (b >> 24).min(b.min((c as i32)));
        if ((if ((d - x[i]) < (x[i] + x[(c as usize) % x.len()])) { 0.87f32 } else { a }) < (if (b != 240i32) { x[i] } else { a }) && (z[(c as usize) % z.len()] != (c as i32))) {
            b = ((z[i] / 7) >> 23);
            b = ((z[i] >> 10) >> 3);
            d += a.abs().sqrt();
            b = ((x[i] as i32) / 7);
        } else {
            'l1: for t1 in 0..1u32 {
                c = c.wrapping_add(t1);
                if (b != b) {
                    c ^= 0x55;
                    continue 'l1;
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            'l2: for t2 in 0..2u32 {
                c = c.wrapping_add(t2);
                d = (if (323i32 != (c as i32) || ((b / 7) >= z[i].min((c as i32)))) { (x[i] / (x[i] + 3.5)) } else { (d / (d + 3.5)) });
                b = (65i32 & 100i32).wrapping_add((z[(c as usize) % z.len()] >> 25));
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && (c & 3 == 1) {
                    t3 += 1;
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break 'l2;
                    }
                    b = ((z[(c as usize) % z.len()] / 7) ^ (z[(c as usize) % z.len()] >> 27));
                    d -= (x[(c as usize) % x.len()] + 3.70f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        d -= (x[i] / (x[i] + 3.5));
        if (c & 3 == 1) {
            a = (z[(c as usize) % z.len()].wrapping_add((c as i32)) as f32);
            'l4: for t4 in 0..(c & 3) {
                c = c.wrapping_add(t4);
                if (c & 3 == 1 && (b.wrapping_sub(z[(c as usize) % z.len()]) >= (z[i] / 7))) {
                    c ^= 0x55;
                    break 'l4;
                }
                let mut t5 = 0i32;
                'l5: while t5 < (b & 7) && (107i32 != b && (c & 3 == 1)) {
                    t5 += 1;
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d -= x[i].floor();
                }
                'l6: for t6 in 0..(c & 3) {
                    c = c.wrapping_add(t6);
                    d = (if ((c as i32).min(z[(c as usize) % z.len()]) >= (3.7f32 as i32)) { x[i].abs().sqrt() } else { x[(c as usize) % x.len()].floor() });
                    d = (d.abs().sqrt() + ((c as i32) as f32));
                    b = (572i32 >> 9).wrapping_sub((c as i32).wrapping_mul(z[i]));
                    b = (390i32.wrapping_mul((c as i32)) & z[(c as usize) % z.len()].wrapping_add(b));
                }
                if (c & 3 == 1 && ((z[i] / 7) >= (z[i] / 7) || ((if ((a - d) < (z[i] as f32) && (a.abs().sqrt() < x[i].floor())) { 3.37f32 } else { x[(c as usize) % x.len()] }) < (x[i] + d)))) {
                    if ((c as i32) != z[(c as usize) % z.len()]) {
                        c ^= 0x55;
                        continue 'l4;
                    }
                    b = ((60i32 & b) / 7);
                }
            }
        } else {
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            'l7: for t7 in 0..(c & 3) {
                c = c.wrapping_add(t7);
                d = ((d + 2.52f32) / (d.abs().sqrt() + 3.5));
                b = (b ^ 376i32).wrapping_mul((x[i] as i32));
                b = (c as i32).wrapping_add(498i32).min(427i32.min(b));
                'l8: for t8 in 0..1u32 {
                    c = c.wrapping_add(t8);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = ((d as i32) ^ (147i32 >> 11));
                    a = 1.37f32.abs().sqrt().floor();
                    b = (92i32.wrapping_add((c as i32)) / 7);
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_24(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if (z[(c as usize) % z.len()] != b) {
            d = ((z[i] as f32) + (x[(c as usize) % x.len()] - d));
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_25(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d *= (b as f32);
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && (b != z[(c as usize) % z.len()]) {
            t1 += 1;
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    d -= 2.17f32.abs().sqrt();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                'l4: for t4 in 0..1u32 {
                    c = c.wrapping_add(t4);
                    b = (((c as i32) as f32) as i32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                let mut t5 = 0i32;
                'l5: while t5 < (b & 7) && (831i32.wrapping_add(b) >= z[(c as usize) % z.len()].min(674i32) && ((652i32 as f32) < d.abs().sqrt())) {
                    t5 += 1;
                    d -= (z[(c as usize) % z.len()] as f32);
                    a = (3.41f32.floor() + (a / (d + 3.5)));
                    if (b != b) {
                        c ^= 0x55;
                        break 'l5;
                    }
                }
                'l6: for t6 in 0..2u32 {
                    c = c.wrapping_add(t6);
                    if (b.wrapping_mul(419i32) >= (669i32 / 7) || (c & 3 == 1)) {
                        c ^= 0x55;
                        continue;
                    }
                    b = (382i32 & z[(c as usize) % z.len()]).wrapping_add((b / 7));
                    if (d.abs().sqrt() < (x[(c as usize) % x.len()] / (d + 3.5))) {
                        c ^= 0x55;
                        continue;
                    }
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_26(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d *= (x[i] + 2.67f32);
        a = (z[(c as usize) % z.len()].wrapping_add(115i32) as f32);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_27(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..4u32 {
            c = c.wrapping_add(t1);
            if (c & 3 == 1 || (z[(c as usize) % z.len()].wrapping_mul(z[(c as usize) % z.len()]) >= 176i32.min((c as i32)) || (920i32 != z[(c as usize) % z.len()]))) {
                let mut t2 = 0u32;
                'l2: loop {
                    t2 += 1;
                    if t2 > 6 { break; }
                    if (c & 3 == 1 && ((x[(c as usize) % x.len()] / (1.81f32 + 3.5)) < (x[(c as usize) % x.len()] / (x[(c as usize) % x.len()] + 3.5)))) {
                        c ^= 0x55;
                        break 'l1;
                    }
                }
            } else {
                a = ((x[(c as usize) % x.len()] * 3.3f32) * (d * 1.89f32));
            }
            if (b != (c as i32) && (c & 3 == 1)) {
                if (b.wrapping_mul(b) >= (d as i32) || (z[i] != b)) {
                    d = ((x[i] + a) * (2.76f32 + x[i]));
                } else {
                    d += 1.80f32.abs().sqrt();
                    d = ((x[(c as usize) % x.len()] as i32) as f32);
                }
                if (c & 3 == 1 && (c & 3 == 1 && (425i32.wrapping_add((c as i32)) >= (c as i32).wrapping_sub(z[i])))) {
                    b = z[i].wrapping_add(z[(c as usize) % z.len()]).min(z[i].wrapping_mul(b));
                    a = ((z[i] & 261i32) as f32);
                } else {
                    d = ((z[(c as usize) % z.len()] ^ 494i32) as f32);
                    a = (x[(c as usize) % x.len()] + d).abs().sqrt();
                }
                if (((c as i32) ^ z[i]) >= ((c as i32) ^ (c as i32))) {
                    c ^= 0x55;
                    continue;
                }
                b = ((z[(c as usize) % z.len()] & z[(c as usize) % z.len()]) / 7);
            }
            'l3: for t3 in 0..(c & 3) {
                c = c.wrapping_add(t3);
                if (c & 3 == 1 && (c & 3 == 1)) {
                    c ^= 0x55;
                    continue 'l1;
                }
                if (560i32 != z[(c as usize) % z.len()]) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (((c as i32) ^ 89i32) >> 9);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    a = (if ((c as i32) != (c as i32)) { (if ((d + x[(c as usize) % x.len()]) < (x[i] + a)) { a } else { x[i] }) } else { ((c as i32) as f32) });
                    if (b.wrapping_add((c as i32)) >= (z[i] >> 8) && ((a + x[i]) < a.floor())) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    d += x[(c as usize) % x.len()].floor();
                }
                if ((c as i32) != z[(c as usize) % z.len()] || ((c as i32) != b && ((b / 7) >= (c as i32).min(z[i])))) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_28(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0u32;
        'l1: loop {
            t1 += 1;
            if t1 > 6 { break; }
            'l2: for t2 in 0..(c & 3) {
                c = c.wrapping_add(t2);
                b = ((b & (c as i32)) ^ z[(c as usize) % z.len()].wrapping_add(z[(c as usize) % z.len()]));
                'l3: for t3 in 0..1u32 {
                    c = c.wrapping_add(t3);
                    d -= (z[(c as usize) % z.len()] as f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                let mut t4 = 0u32;
                'l4: loop {
                    t4 += 1;
                    if t4 > 6 { break; }
                    if ((z[(c as usize) % z.len()] ^ 314i32) >= (b & b) || ((c as i32) != z[i])) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                if (85i32 != z[i] || ((0.85f32 * x[(c as usize) % x.len()]) < (x[(c as usize) % x.len()] + x[i]))) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = ((x[i] as i32) & z[i].wrapping_sub((c as i32)));
                } else {
                    b = (b.wrapping_sub((c as i32)) ^ (z[i] & z[(c as usize) % z.len()]));
                    if (((c as i32) as f32) < (x[(c as usize) % x.len()] / (a + 3.5)) || (c & 3 == 1)) {
                        c ^= 0x55;
                        break;
                    }
                    b = (a.floor() as i32);
                }
            }
            if ((74i32 ^ (c as i32)) >= (653i32 ^ z[i]) && (x[i].floor() < (x[i] - d) && ((z[i] as f32) < d.abs().sqrt()))) {
                if ((d - a) < (d - a) && (c & 3 == 1 || (c & 3 == 1))) {
                    b = (892i32 & (c as i32)).wrapping_sub((z[i] ^ 518i32));
                    b = z[i].wrapping_mul(b).min(100i32.wrapping_mul(z[(c as usize) % z.len()]));
                }
            }
            'l5: for t5 in 0..3u32 {
                c = c.wrapping_add(t5);
                'l6: for t6 in 0..1u32 {
                    c = c.wrapping_add(t6);
                    d = (d.abs().sqrt() * (2.78f32 / (a + 3.5)));
                    a = ((x[(c as usize) % x.len()] - x[(c as usize) % x.len()]) * x[i].abs().sqrt());
                }
            }
            d += (if (z[(c as usize) % z.len()] != 144i32) { x[(c as usize) % x.len()] } else { 2.15f32 });
        }
        let mut t7 = 0i32;
        'l7: while t7 < (b & 7) && ((43i32 ^ 321i32) >= z[(c as usize) % z.len()].min(z[i]) || ((b & (c as i32)) >= 137i32.wrapping_sub((c as i32)))) {
            t7 += 1;
            if (c & 3 == 1) {
                d += (d + a);
                'l8: for t8 in 0..4u32 {
                    c = c.wrapping_add(t8);
                    a = (if (c & 3 == 1) { d } else { x[i] }).abs().sqrt();
                    d -= (x[(c as usize) % x.len()] * a);
                }
            } else {
                if ((2.5f32 * a) < a.floor()) {
                    a = (if (z[i] != b && (127i32 != z[(c as usize) % z.len()])) { (if (b != b) { x[i] } else { x[i] }) } else { (x[(c as usize) % x.len()] + 3.76f32) });
                    d *= a.floor();
                    a = (d - a).floor();
                }
                let mut t9 = 0i32;
                'l9: while t9 < (b & 7) && (3.18f32.abs().sqrt() < (d + x[(c as usize) % x.len()]) || (z[i].wrapping_sub(z[(c as usize) % z.len()]) >= 281i32.min(z[(c as usize) % z.len()]))) {
                    t9 += 1;
                    if ((d * 3.33f32) < (x[(c as usize) % x.len()] + x[i])) {
                        c ^= 0x55;
                        break 'l9;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = ((z[i] ^ z[i]) as f32);
                }
                let mut t10 = 0u32;
                'l10: loop {
                    t10 += 1;
                    if t10 > 6 { break; }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = (1.29f32 * a).abs().sqrt();
                }
                if ((z[i] / 7) >= (b / 7)) {
                    b = ((x[(c as usize) % x.len()] as i32) & (a as i32));
                    d -= ((c as i32) as f32);
                    a = (1.90f32 + a).abs().sqrt();
                } else {
                    b = ((b >> 22) / 7);
                    if (z[(c as usize) % z.len()] != b) {
                        c ^= 0x55;
                        break;
                    }
                }
            }
            let mut t11 = 0u32;
            'l11: loop {
                t11 += 1;
                if t11 > 6 { break; }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if (x[i].floor() < (x[(c as usize) % x.len()] + a) && (375i32 != (c as i32))) {
                    if (397i32.wrapping_add((c as i32)) >= ((c as i32) / 7) && (c & 3 == 1)) {
                        c ^= 0x55;
                        break;
                    }
                    d *= (x[i] * x[(c as usize) % x.len()]);
                    a = (a * a).floor();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    if ((b >> 23) >= (x[(c as usize) % x.len()] as i32) || (765i32 != b)) {
                        c ^= 0x55;
                        break 'l11;
                    }
                }
                if (z[i] != (c as i32) || (c & 3 == 1)) {
                    c ^= 0x55;
                    break;
                }
            }
            if (c & 3 == 1) {
                if (980i32 != 182i32 || (z[i] != (c as i32))) {
                    c ^= 0x55;
                    break 'l7;
                }
            } else {
                a = ((if ((c as i32).wrapping_sub(z[(c as usize) % z.len()]) >= 487i32.min(756i32) || (c & 3 == 1)) { x[i] } else { a }) + (if ((z[i] ^ z[i]) >= (c as i32).wrapping_mul(114i32)) { x[(c as usize) % x.len()] } else { a }));
                if (z[i] != (c as i32) || (z[i] != (c as i32))) {
                    d = (if (c & 3 == 1) { (x[(c as usize) % x.len()] - d) } else { (x[(c as usize) % x.len()] * a) });
                    d += (x[i] + x[i]);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    d *= (a + x[i]);
                    d *= (if (c & 3 == 1 || ((0.54f32 * x[(c as usize) % x.len()]) < x[i].abs().sqrt())) { x[i] } else { x[(c as usize) % x.len()] });
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (c & 3 == 1 && ((if (z[i] != b) { x[i] } else { a }) < (if (z[(c as usize) % z.len()].wrapping_add((c as i32)) >= z[(c as usize) % z.len()].wrapping_add(371i32)) { 2.15f32 } else { x[(c as usize) % x.len()] }))) {
                        c ^= 0x55;
                        break 'l7;
                    }
                }
                if (c & 3 == 1) {
                    if ((392i32 & b) >= (z[i] & (c as i32)) && (c & 3 == 1)) {
                        c ^= 0x55;
                        continue 'l7;
                    }
                    d += (x[(c as usize) % x.len()] * a);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += (x[(c as usize) % x.len()] + x[(c as usize) % x.len()]);
                }
                b = (z[(c as usize) % z.len()].min(z[(c as usize) % z.len()]) >> 2);
            }
            'l12: for t12 in 0..(c & 3) {
                c = c.wrapping_add(t12);
                if (z[(c as usize) % z.len()].wrapping_add((c as i32)) >= 456i32.wrapping_sub(z[(c as usize) % z.len()])) {
                    c ^= 0x55;
                    break 'l7;
                }
                'l13: for t13 in 0..5u32 {
                    c = c.wrapping_add(t13);
                    b = ((x[i] - 1.81f32) as i32);
                    a = (if (c & 3 == 1) { (x[i] / (a + 3.5)) } else { (if ((47i32 as f32) < x[i].floor() || (c & 3 == 1)) { 2.39f32 } else { a }) });
                    d = (a.floor() / (x[(c as usize) % x.len()].floor() + 3.5));
                }
                d *= (x[(c as usize) % x.len()] + 0.1f32);
            }
        }
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_29(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..1u32 {
            c = c.wrapping_add(t1);
            d = ((if (z[i].wrapping_mul(b) >= b.wrapping_mul(b) && (c & 3 == 1)) { x[(c as usize) % x.len()] } else { x[(c as usize) % x.len()] }) - x[(c as usize) % x.len()].abs().sqrt());
        }
        b = (((c as i32) & z[i]) / 7);
        let mut t2 = 0u32;
        'l2: loop {
            t2 += 1;
            if t2 > 6 { break; }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        }
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_30(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        if ((c as i32).wrapping_add(z[(c as usize) % z.len()]) >= (c as i32).wrapping_sub((c as i32))) {
            d -= (if ((c as i32) != (c as i32) && (c & 3 == 1)) { x[(c as usize) % x.len()] } else { d });
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_31(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && ((1.24f32 + x[(c as usize) % x.len()]) < d.abs().sqrt() || ((z[i] >> 23) >= (c as i32).wrapping_mul(z[(c as usize) % z.len()]))) {
            t1 += 1;
            if ((c as i32) != b) {
                if (3.62f32.floor() < a.abs().sqrt()) {
                    c ^= 0x55;
                    continue;
                }
                if (x[(c as usize) % x.len()].abs().sqrt() < x[(c as usize) % x.len()].floor() && ((d * x[(c as usize) % x.len()]) < (x[(c as usize) % x.len()] + x[(c as usize) % x.len()]) || (c & 3 == 1))) {
                    b = (b.wrapping_mul(300i32) >> 20);
                    a = (x[i].abs().sqrt() + (x[i] + a));
                    a = (if (c & 3 == 1) { (a - d) } else { x[(c as usize) % x.len()].abs().sqrt() });
                    b = ((0.78f32 * x[(c as usize) % x.len()]) as i32);
                }
            } else {
                b = (z[i].wrapping_add(z[i]) ^ (z[(c as usize) % z.len()] ^ z[i]));
                'l2: for t2 in 0..5u32 {
                    c = c.wrapping_add(t2);
                    d += (3.68f32 + x[i]);
                }
                if ((c as i32).wrapping_sub(z[(c as usize) % z.len()]) >= (300i32 / 7) && ((c as i32).wrapping_add(675i32) >= (x[(c as usize) % x.len()] as i32) && (z[i].min(766i32) >= z[i].wrapping_mul(548i32)))) {
                    d *= (d - d);
                    a = a.abs().sqrt().abs().sqrt();
                    a = ((z[i] >> 9) as f32);
                } else {
                    a = (z[(c as usize) % z.len()] as f32).abs().sqrt();
                    b = ((b / 7) >> 22);
                }
                'l3: for t3 in 0..2u32 {
                    c = c.wrapping_add(t3);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (((c as i32) as f32) < (x[(c as usize) % x.len()] - a)) {
                        c ^= 0x55;
                        continue 'l3;
                    }
                }
            }
            'l4: for t4 in 0..(c & 3) {
                c = c.wrapping_add(t4);
                let mut t5 = 0u32;
                'l5: loop {
                    t5 += 1;
                    if t5 > 6 { break; }
                    d = ((668i32 as f32) * a.floor());
                    d += (if ((b >> 21) >= z[i].wrapping_sub(b) || ((if ((c as i32).min(z[i]) >= (b >> 17) && ((365i32 as f32) < (x[i] * a))) { d } else { d }) < (x[(c as usize) % x.len()] - x[(c as usize) % x.len()]))) { x[i] } else { a });
                    b = ((a / (d + 3.5)) as i32);
                    if (c & 3 == 1 && ((d / (x[(c as usize) % x.len()] + 3.5)) < (x[i] + x[(c as usize) % x.len()]))) {
                        c ^= 0x55;
                        continue;
                    }
                }
                if (((c as i32) & b) >= z[i].wrapping_sub((c as i32))) {
                    a = ((2.90f32 / (3.71f32 + 3.5)) + (if ((d as i32) >= z[(c as usize) % z.len()].wrapping_add(b)) { a } else { d }));
                }
                'l6: for t6 in 0..2u32 {
                    c = c.wrapping_add(t6);
                    if ((3.5f32 as i32) >= (z[i] & z[i]) || (c & 3 == 1)) {
                        c ^= 0x55;
                        continue 'l4;
                    }
                    b = (((c as i32) ^ z[i]) >> 23);
                    d += d.floor();
                }
                'l7: for t7 in 0..(c & 3) {
                    c = c.wrapping_add(t7);
                    b = (z[(c as usize) % z.len()].min(z[(c as usize) % z.len()]) >> 24);
                }
            }
            'l8: for t8 in 0..1u32 {
                c = c.wrapping_add(t8);
                let mut t9 = 0u32;
                'l9: loop {
                    t9 += 1;
                    if t9 > 6 { break; }
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break;
                    }
                }
                'l10: for t10 in 0..(c & 3) {
                    c = c.wrapping_add(t10);
                    if ((b & (c as i32)) >= (x[(c as usize) % x.len()] as i32) || ((z[i] as f32) < d.abs().sqrt())) {
                        c ^= 0x55;
                        break;
                    }
                    if (782i32 != 121i32) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    d = ((1.72f32 + a) - (x[(c as usize) % x.len()] * a));
                }
            }
            'l11: for t11 in 0..3u32 {
                c = c.wrapping_add(t11);
                d -= (if ((x[i] - x[(c as usize) % x.len()]) < (2.9f32 - x[i])) { a } else { 2.94f32 });
                let mut t12 = 0i32;
                'l12: while t12 < (b & 7) && (c & 3 == 1) {
                    t12 += 1;
                    if (3.46f32.abs().sqrt() < (if (c & 3 == 1) { 0.34f32 } else { x[(c as usize) % x.len()] }) && (c & 3 == 1)) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    a = ((x[i] * x[i]) + (3.8f32 - 0.78f32));
                    b = (b.wrapping_add(z[i]) ^ ((c as i32) >> 14));
                }
                let mut t13 = 0i32;
                'l13: while t13 < (b & 7) && (((c as i32) / 7) >= (z[(c as usize) % z.len()] >> 20)) {
                    t13 += 1;
                    if (z[(c as usize) % z.len()].wrapping_add((c as i32)) >= (z[(c as usize) % z.len()] >> 10) || ((1.95f32 - a) < (x[(c as usize) % x.len()] - x[i]))) {
                        c ^= 0x55;
                        break;
                    }
                    b = (c as i32).wrapping_sub(856i32).wrapping_sub((x[(c as usize) % x.len()] as i32));
                    b = ((z[(c as usize) % z.len()] / 7) ^ ((c as i32) >> 22));
                }
                d = ((d / (2.91f32 + 3.5)) / ((if (d.abs().sqrt() < (x[i] * x[i])) { d } else { x[i] }) + 3.5));
            }
        }
        'l14: for t14 in 0..1u32 {
            c = c.wrapping_add(t14);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            if (746i32 != z[(c as usize) % z.len()] || (b.wrapping_mul(z[i]) >= z[(c as usize) % z.len()].wrapping_sub(b))) {
                c ^= 0x55;
                break;
            }
            'l15: for t15 in 0..5u32 {
                c = c.wrapping_add(t15);
                'l16: for t16 in 0..3u32 {
                    c = c.wrapping_add(t16);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                if (c & 3 == 1 && (c & 3 == 1)) {
                    if (z[i].min(b) >= 539i32.wrapping_sub(z[(c as usize) % z.len()]) && (c & 3 == 1)) {
                        c ^= 0x55;
                        continue 'l15;
                    }
                } else {
                    a = (if (z[(c as usize) % z.len()] != z[i] || (((c as i32) ^ 199i32) >= 452i32.min(z[(c as usize) % z.len()]))) { (if (z[(c as usize) % z.len()] != z[i]) { d } else { d }) } else { (if (z[i] != z[(c as usize) % z.len()] || ((x[(c as usize) % x.len()] as i32) >= (b >> 26))) { a } else { 1.14f32 }) });
                }
                'l17: for t17 in 0..(c & 3) {
                    c = c.wrapping_add(t17);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (c as i32).wrapping_sub((c as i32)).wrapping_mul((x[i] as i32));
                }
                if (z[(c as usize) % z.len()] != b) {
                    c ^= 0x55;
                    continue 'l14;
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_32(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0u32;
        'l1: loop {
            t1 += 1;
            if t1 > 6 { break; }
            if ((713i32 & (c as i32)) >= z[(c as usize) % z.len()].wrapping_sub(b) && (z[(c as usize) % z.len()] != b)) {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            } else {
                let mut t2 = 0i32;
                'l2: while t2 < (b & 7) && (c & 3 == 1) {
                    t2 += 1;
                    b = ((x[i] as i32) & z[(c as usize) % z.len()].min(z[(c as usize) % z.len()]));
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break;
                    }
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_33(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        if (2.1f32.abs().sqrt() < (if (774i32 != 161i32 || (c & 3 == 1)) { x[(c as usize) % x.len()] } else { x[i] }) && ((d + x[(c as usize) % x.len()]) < 3.79f32.abs().sqrt() || (c & 3 == 1))) {
            'l1: for t1 in 0..4u32 {
                c = c.wrapping_add(t1);
                d = (2.20f32.floor() + (x[i] - d));
                if ((x[i] - d) < (z[i] as f32)) {
                    d -= (d - 3.69f32);
                    d += (x[i] + d);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue;
                    }
                    if (957i32 != (c as i32)) {
                        c ^= 0x55;
                        continue;
                    }
                }
            }
            let mut t2 = 0i32;
            'l2: while t2 < (b & 7) && (394i32 != (c as i32) && ((0.81f32 - 0.16f32) < (x[(c as usize) % x.len()] + a))) {
                t2 += 1;
                b = (((c as i32) >> 0) ^ (156i32 ^ b));
                if (b != (c as i32)) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += (a / (x[(c as usize) % x.len()] + 3.5));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = ((b & 766i32) & (x[(c as usize) % x.len()] as i32));
                } else {
                    b = ((z[i] ^ (c as i32)) >> 14);
                    d = ((if ((c as i32) != (c as i32)) { x[(c as usize) % x.len()] } else { x[(c as usize) % x.len()] }) / ((d - x[(c as usize) % x.len()]) + 3.5));
                }
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            d = ((a - 2.70f32) * (if (((c as i32) / 7) >= 737i32.wrapping_sub(z[(c as usize) % z.len()])) { x[i] } else { x[(c as usize) % x.len()] }));
        } else {
            'l3: for t3 in 0..(c & 3) {
                c = c.wrapping_add(t3);
                let mut t4 = 0u32;
                'l4: loop {
                    t4 += 1;
                    if t4 > 6 { break; }
                    if ((716i32 ^ 584i32) >= ((c as i32) >> 6)) {
                        c ^= 0x55;
                        break;
                    }
                }
                'l5: for t5 in 0..3u32 {
                    c = c.wrapping_add(t5);
                    d *= (x[i] + d);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            'l6: for t6 in 0..(c & 3) {
                c = c.wrapping_add(t6);
                'l7: for t7 in 0..3u32 {
                    c = c.wrapping_add(t7);
                    d = (if ((z[(c as usize) % z.len()] ^ 332i32) >= (c as i32).wrapping_add((c as i32)) || (z[(c as usize) % z.len()] != b)) { (a * x[(c as usize) % x.len()]) } else { (x[i] / (x[(c as usize) % x.len()] + 3.5)) });
                    if ((z[i] as f32) < (883i32 as f32) || ((x[(c as usize) % x.len()] / (x[(c as usize) % x.len()] + 3.5)) < (2.47f32 * a))) {
                        c ^= 0x55;
                        continue;
                    }
                    d -= a.floor();
                    if (b != b) {
                        c ^= 0x55;
                        break;
                    }
                }
            }
        }
        'l8: for t8 in 0..1u32 {
            c = c.wrapping_add(t8);
            if (c & 3 == 1) {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                'l9: for t9 in 0..(c & 3) {
                    c = c.wrapping_add(t9);
                    d -= (1.32f32 - 0.94f32);
                    d -= (d / (3.42f32 + 3.5));
                }
            }
            if (c & 3 == 1) {
                c ^= 0x55;
                continue;
            }
        }
        'l10: for t10 in 0..2u32 {
            c = c.wrapping_add(t10);
            a = ((if (((c as i32) ^ 796i32) >= (d as i32) || ((c as i32).wrapping_mul(z[i]) >= z[(c as usize) % z.len()].wrapping_add(417i32))) { x[i] } else { 3.61f32 }) + (a * x[(c as usize) % x.len()]));
            b = (497i32.wrapping_sub(646i32) >> 2);
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_34(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        b = (192i32 & (c as i32)).wrapping_add(b.wrapping_sub(z[(c as usize) % z.len()]));
        d *= (if (c & 3 == 1) { x[(c as usize) % x.len()] } else { a });
        'l1: for t1 in 0..5u32 {
            c = c.wrapping_add(t1);
            if ((if (c & 3 == 1) { x[i] } else { 3.57f32 }) < a.abs().sqrt() || (c & 3 == 1 && ((c as i32) != z[i]))) {
                'l2: for t2 in 0..5u32 {
                    c = c.wrapping_add(t2);
                    d = ((d - x[(c as usize) % x.len()]) + (x[i] - x[(c as usize) % x.len()]));
                    if (z[(c as usize) % z.len()].wrapping_mul(b) >= (b / 7)) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    d += (x[(c as usize) % x.len()] * x[(c as usize) % x.len()]);
                }
            } else {
                if (z[(c as usize) % z.len()] != b || ((c as i32) != (c as i32))) {
                    d -= (x[(c as usize) % x.len()] / (x[(c as usize) % x.len()] + 3.5));
                }
                b = 955i32.wrapping_mul(875i32).wrapping_add(z[(c as usize) % z.len()].wrapping_mul(z[(c as usize) % z.len()]));
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && ((x[i] as i32) >= z[(c as usize) % z.len()].min(z[(c as usize) % z.len()])) {
                    t3 += 1;
                    d = (a - a).abs().sqrt();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if ((b as f32) < (727i32 as f32)) {
                        c ^= 0x55;
                        continue;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                if (894i32 != b) {
                    c ^= 0x55;
                    continue 'l1;
                }
            }
            d = (if (c & 3 == 1) { x[(c as usize) % x.len()].abs().sqrt() } else { (d + x[i]) });
            let mut t4 = 0u32;
            'l4: loop {
                t4 += 1;
                if t4 > 6 { break; }
                'l5: for t5 in 0..1u32 {
                    c = c.wrapping_add(t5);
                    d -= (if (c & 3 == 1 || ((x[(c as usize) % x.len()] / (d + 3.5)) < (a / (d + 3.5)))) { d } else { x[i] });
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_35(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        d -= (d * 0.76f32);
        'l1: for t1 in 0..2u32 {
            c = c.wrapping_add(t1);
            d = ((a / (a + 3.5)) - a.floor());
            'l2: for t2 in 0..4u32 {
                c = c.wrapping_add(t2);
                if (c & 3 == 1) {
                    if ((if ((x[(c as usize) % x.len()] as i32) >= ((c as i32) >> 9) || (c & 3 == 1)) { d } else { 3.32f32 }) < (x[(c as usize) % x.len()] * 3.14f32)) {
                        c ^= 0x55;
                        break;
                    }
                    if (x[(c as usize) % x.len()].abs().sqrt() < (x[(c as usize) % x.len()] / (d + 3.5))) {
                        c ^= 0x55;
                        break 'l1;
                    }
                } else {
                    if ((x[(c as usize) % x.len()] + x[(c as usize) % x.len()]) < (a * 0.40f32)) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                    d -= d.floor();
                }
                d *= x[(c as usize) % x.len()].floor();
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && (a.abs().sqrt() < (d / (1.17f32 + 3.5))) {
                    t3 += 1;
                    d -= ((c as i32) as f32);
                }
                d += d.floor();
            }
            if (b != b) {
                d *= a.floor();
                if ((x[(c as usize) % x.len()] + x[(c as usize) % x.len()]) < (x[(c as usize) % x.len()] / (d + 3.5)) || (c & 3 == 1)) {
                    if (b.wrapping_sub(60i32) >= b.wrapping_add(779i32)) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    a = ((b ^ z[i]) as f32);
                    if ((z[(c as usize) % z.len()] >> 29) >= z[(c as usize) % z.len()].wrapping_mul(407i32)) {
                        c ^= 0x55;
                        break;
                    }
                }
                if (c & 3 == 1 || (z[(c as usize) % z.len()] != (c as i32))) {
                    d = (if ((1.92f32 - d) < (d + d) && (((c as i32) >> 9) >= z[i].wrapping_mul(z[(c as usize) % z.len()]))) { (d - x[(c as usize) % x.len()]) } else { 3.11f32.abs().sqrt() });
                } else {
                    d = (x[i].floor() + (a / (0.27f32 + 3.5)));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                if (z[(c as usize) % z.len()] != z[(c as usize) % z.len()] || ((z[i] ^ 618i32) >= 348i32.wrapping_mul(370i32))) {
                    c ^= 0x55;
                    continue 'l1;
                }
            } else {
                let mut t4 = 0i32;
                'l4: while t4 < (b & 7) && ((if (z[(c as usize) % z.len()] != z[i] || ((761i32 as f32) < (x[(c as usize) % x.len()] - x[i]))) { x[i] } else { d }) < x[(c as usize) % x.len()].abs().sqrt()) {
                    t4 += 1;
                    b = (x[i] as i32).wrapping_mul(b.min(z[(c as usize) % z.len()]));
                    d = ((x[(c as usize) % x.len()] + 2.51f32) * (x[(c as usize) % x.len()] - x[i]));
                    b = 349i32.wrapping_mul(z[i]).wrapping_mul((z[(c as usize) % z.len()] & z[(c as usize) % z.len()]));
                }
                d *= (3.20f32 * a);
                'l5: for t5 in 0..(c & 3) {
                    c = c.wrapping_add(t5);
                    b = 518i32.wrapping_mul(z[i]).wrapping_add((c as i32).wrapping_sub(z[i]));
                    b = ((z[i] >> 0) >> 28);
                    d = ((if (c & 3 == 1) { x[(c as usize) % x.len()] } else { 1.84f32 }) + (x[(c as usize) % x.len()] + a));
                }
            }
        }
        'l6: for t6 in 0..(c & 3) {
            c = c.wrapping_add(t6);
            let mut t7 = 0u32;
            'l7: loop {
                t7 += 1;
                if t7 > 6 { break; }
                let mut t8 = 0u32;
                'l8: loop {
                    t8 += 1;
                    if t8 > 6 { break; }
                    d = (z[(c as usize) % z.len()].wrapping_add(870i32) as f32);
                }
                if ((51i32 / 7) >= z[i].wrapping_mul(z[(c as usize) % z.len()])) {
                    d = ((a / (3.87f32 + 3.5)) / ((d / (a + 3.5)) + 3.5));
                    d += (x[i] - d);
                    b = ((z[(c as usize) % z.len()] / 7) & (z[(c as usize) % z.len()] / 7));
                    b = (b & (c as i32)).wrapping_sub((b & z[(c as usize) % z.len()]));
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_36(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_37(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_38(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if (z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]) >= (z[(c as usize) % z.len()] ^ (c as i32)) && (c & 3 == 1 && (z[(c as usize) % z.len()] != b))) {
            'l1: for t1 in 0..1u32 {
                c = c.wrapping_add(t1);
                d = ((if ((if (z[(c as usize) % z.len()] != z[(c as usize) % z.len()] && (a.floor() < (d / (d + 3.5)))) { d } else { d }) < 3.47f32.floor()) { d } else { d }) * (x[(c as usize) % x.len()] / (a + 3.5)));
                let mut t2 = 0u32;
                'l2: loop {
                    t2 += 1;
                    if t2 > 6 { break; }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = ((d - d) / (1.45f32.floor() + 3.5));
                }
            }
            d -= d.abs().sqrt();
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        } else {
            'l3: for t3 in 0..2u32 {
                c = c.wrapping_add(t3);
                'l4: for t4 in 0..1u32 {
                    c = c.wrapping_add(t4);
                    if (c & 3 == 1 && (89i32 != 505i32)) {
                        c ^= 0x55;
                        break;
                    }
                    if ((c as i32) != b) {
                        c ^= 0x55;
                        continue 'l3;
                    }
                    d = (x[(c as usize) % x.len()] / (d + 3.5)).floor();
                    d = ((3.32f32 + a) * (b as f32));
                }
                let mut t5 = 0u32;
                'l5: loop {
                    t5 += 1;
                    if t5 > 6 { break; }
                    d *= x[(c as usize) % x.len()].floor();
                    d = ((if (c & 3 == 1 && (1.98f32.floor() < (if (c & 3 == 1 || (b != z[(c as usize) % z.len()])) { 3.85f32 } else { x[(c as usize) % x.len()] }))) { d } else { a }) * (0.76f32 / (a + 3.5)));
                }
            }
        }
        let mut t6 = 0i32;
        'l6: while t6 < (b & 7) && (c & 3 == 1) {
            t6 += 1;
            d = ((b as f32) * (if (a.abs().sqrt() < (247i32 as f32)) { x[(c as usize) % x.len()] } else { x[(c as usize) % x.len()] }));
            d += x[(c as usize) % x.len()].abs().sqrt();
            b = z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]).min(b.min(z[i]));
            let mut t7 = 0i32;
            'l7: while t7 < (b & 7) && ((z[(c as usize) % z.len()] / 7) >= (z[(c as usize) % z.len()] & b) || (((c as i32) / 7) >= (z[(c as usize) % z.len()] & (c as i32)))) {
                t7 += 1;
                d += x[(c as usize) % x.len()].floor();
                'l8: for t8 in 0..1u32 {
                    c = c.wrapping_add(t8);
                    if ((d - x[(c as usize) % x.len()]) < (x[(c as usize) % x.len()] / (x[(c as usize) % x.len()] + 3.5))) {
                        c ^= 0x55;
                        continue 'l6;
                    }
                    b = ((c as i32) ^ 777i32).wrapping_add((z[i] / 7));
                    if (c & 3 == 1 || (c & 3 == 1)) {
                        c ^= 0x55;
                        continue;
                    }
                    d += x[(c as usize) % x.len()].abs().sqrt();
                }
            }
        }
        if ((c as i32).wrapping_add(b) >= ((c as i32) >> 2) || (c & 3 == 1 && ((if (c & 3 == 1) { d } else { x[i] }) < (x[(c as usize) % x.len()] + x[i])))) {
            d = (678i32.min(z[i]) as f32);
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_39(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..1u32 {
            c = c.wrapping_add(t1);
            'l2: for t2 in 0..1u32 {
                c = c.wrapping_add(t2);
                b = (c as i32).wrapping_mul(b).wrapping_add((z[i] >> 14));
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && ((a / (x[i] + 3.5)) < (b as f32) && ((d / (d + 3.5)) < a.abs().sqrt())) {
                    t3 += 1;
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if ((c as i32) != (c as i32)) {
                        c ^= 0x55;
                        continue;
                    }
                    b = ((c as i32) ^ z[i]).min(((c as i32) ^ (c as i32)));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_40(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..5u32 {
            c = c.wrapping_add(t1);
            if (132i32 != b) {
                c ^= 0x55;
                break 'l1;
            }
            if ((b & z[(c as usize) % z.len()]) >= (b ^ z[(c as usize) % z.len()])) {
                'l2: for t2 in 0..1u32 {
                    c = c.wrapping_add(t2);
                    if ((z[(c as usize) % z.len()] as f32) < (a + x[i]) && (c & 3 == 1)) {
                        c ^= 0x55;
                        break 'l2;
                    }
                    if ((x[(c as usize) % x.len()] + x[i]) < (x[i] - a) || (590i32 != 709i32)) {
                        c ^= 0x55;
                        break;
                    }
                    b = z[(c as usize) % z.len()].wrapping_add(z[(c as usize) % z.len()]).wrapping_sub((z[i] >> 23));
                }
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            a = ((2.42f32 - x[i]) + (x[i] + 2.72f32));
            let mut t4 = 0i32;
            'l4: while t4 < (b & 7) && (c & 3 == 1) {
                t4 += 1;
                if (z[(c as usize) % z.len()] != (c as i32)) {
                    c ^= 0x55;
                    break;
                }
                d += (2.17f32 / (d + 3.5));
                let mut t5 = 0u32;
                'l5: loop {
                    t5 += 1;
                    if t5 > 6 { break; }
                    if ((if (305i32.wrapping_mul((c as i32)) >= (939i32 >> 8) && ((z[(c as usize) % z.len()] >> 3) >= z[i].wrapping_sub(z[(c as usize) % z.len()]))) { a } else { 3.1f32 }) < x[i].abs().sqrt() || (b.min(z[(c as usize) % z.len()]) >= 407i32.min(b))) {
                        c ^= 0x55;
                        break 'l5;
                    }
                }
                if (b != z[i]) {
                    c ^= 0x55;
                    break;
                }
            }
        }
        'l6: for t6 in 0..4u32 {
            c = c.wrapping_add(t6);
            'l7: for t7 in 0..3u32 {
                c = c.wrapping_add(t7);
                'l8: for t8 in 0..1u32 {
                    c = c.wrapping_add(t8);
                    if (b.wrapping_mul(7i32) >= z[i].wrapping_mul(288i32)) {
                        c ^= 0x55;
                        continue;
                    }
                    b = ((c as i32).min(107i32) >> 15);
                }
                d = ((3.38f32 * d) - (z[(c as usize) % z.len()] as f32));
            }
            'l9: for t9 in 0..1u32 {
                c = c.wrapping_add(t9);
                if ((b as f32) < (907i32 as f32)) {
                    if ((d * x[(c as usize) % x.len()]) < (x[i] * x[(c as usize) % x.len()])) {
                        c ^= 0x55;
                        continue 'l6;
                    }
                    d += (x[i] / (x[(c as usize) % x.len()] + 3.5));
                    d -= x[i].abs().sqrt();
                } else {
                    if ((3.52f32 - d) < (x[i] - d) && (z[i] != b)) {
                        c ^= 0x55;
                        break 'l6;
                    }
                }
                a = (x[(c as usize) % x.len()] / (x[i] + 3.5)).abs().sqrt();
                b = ((c as i32) & (c as i32)).wrapping_add((z[i] / 7));
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            'l10: for t10 in 0..(c & 3) {
                c = c.wrapping_add(t10);
                let mut t11 = 0u32;
                'l11: loop {
                    t11 += 1;
                    if t11 > 6 { break; }
                    d *= (if ((a as i32) >= (2.48f32 as i32)) { 3.9f32 } else { a });
                    b = (z[(c as usize) % z.len()] / 7).wrapping_sub((c as i32).wrapping_add(165i32));
                    if ((b as f32) < ((c as i32) as f32)) {
                        c ^= 0x55;
                        continue;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                let mut t12 = 0u32;
                'l12: loop {
                    t12 += 1;
                    if t12 > 6 { break; }
                    b = z[(c as usize) % z.len()].wrapping_add((c as i32)).wrapping_mul((b / 7));
                    a = (if (z[i] != 471i32 && (z[i].min(b) >= (z[i] / 7))) { (x[(c as usize) % x.len()] + 1.80f32) } else { (d * a) });
                    b = ((b >> 15) & (b ^ (c as i32)));
                    b = (2.72f32.floor() as i32);
                }
                'l13: for t13 in 0..4u32 {
                    c = c.wrapping_add(t13);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = (x[(c as usize) % x.len()] * d).floor();
                    b = ((d as i32) >> 4);
                    d -= (2.18f32 / (1.30f32 + 3.5));
                }
            }
        }
        d *= (if (c & 3 == 1) { 0.17f32 } else { d });
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_41(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..(c & 3) {
            c = c.wrapping_add(t1);
            if (c & 3 == 1) {
                c ^= 0x55;
                continue;
            }
            if (b != (c as i32) && (380i32 != b || (c & 3 == 1))) {
                d = ((a * x[(c as usize) % x.len()]) - 2.62f32.floor());
                'l2: for t2 in 0..4u32 {
                    c = c.wrapping_add(t2);
                    a = ((b as f32) / ((x[(c as usize) % x.len()] / (x[(c as usize) % x.len()] + 3.5)) + 3.5));
                    d = (158i32.wrapping_sub((c as i32)) as f32);
                }
            }
            let mut t3 = 0u32;
            'l3: loop {
                t3 += 1;
                if t3 > 6 { break; }
                if (b.wrapping_mul(b) >= z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]) || ((x[i] - 2.98f32) < (if (((c as i32) / 7) >= (z[(c as usize) % z.len()] / 7) && (216i32 != (c as i32))) { x[(c as usize) % x.len()] } else { d }))) {
                    a = ((x[(c as usize) % x.len()] / (x[i] + 3.5)) + (z[i] as f32));
                } else {
                    a = ((z[(c as usize) % z.len()] as f32) + x[i].abs().sqrt());
                    b = 871i32.min((c as i32)).wrapping_add(z[(c as usize) % z.len()].wrapping_mul(z[(c as usize) % z.len()]));
                    d += x[i].floor();
                }
                let mut t4 = 0i32;
                'l4: while t4 < (b & 7) && ((b >> 3) >= (z[i] / 7)) {
                    t4 += 1;
                    a = (x[i] * 3.79f32).abs().sqrt();
                    b = (z[(c as usize) % z.len()] >> 25).wrapping_mul(((c as i32) ^ b));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += (d - a);
                }
                d -= (x[i] + x[(c as usize) % x.len()]);
                let mut t5 = 0i32;
                'l5: while t5 < (b & 7) && ((1.72f32 * a) < (if (a.floor() < a.floor() || (c & 3 == 1)) { x[i] } else { a })) {
                    t5 += 1;
                    d += (d / (x[(c as usize) % x.len()] + 3.5));
                    b = ((d - a) as i32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if ((z[(c as usize) % z.len()] & z[i]) >= (z[i] / 7) && ((a + x[(c as usize) % x.len()]) < x[(c as usize) % x.len()].floor())) {
                        c ^= 0x55;
                        continue;
                    }
                }
            }
            'l6: for t6 in 0..(c & 3) {
                c = c.wrapping_add(t6);
                b = (c as i32).wrapping_mul(z[i]).wrapping_sub((b >> 28));
                let mut t7 = 0u32;
                'l7: loop {
                    t7 += 1;
                    if t7 > 6 { break; }
                    d = ((946i32 as f32) + (d / (a + 3.5)));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        'l8: for t8 in 0..1u32 {
            c = c.wrapping_add(t8);
            d -= (949i32 as f32);
            let mut t9 = 0i32;
            'l9: while t9 < (b & 7) && ((a / (d + 3.5)) < (if (79i32.wrapping_sub(z[i]) >= (b & z[(c as usize) % z.len()]) && (x[(c as usize) % x.len()].abs().sqrt() < 1.49f32.abs().sqrt())) { x[(c as usize) % x.len()] } else { 2.70f32 }) && ((x[(c as usize) % x.len()] * x[(c as usize) % x.len()]) < (b as f32))) {
                t9 += 1;
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                'l10: for t10 in 0..(c & 3) {
                    c = c.wrapping_add(t10);
                    if ((b as f32) < (if ((d * 2.4f32) < (x[(c as usize) % x.len()] * 0.53f32)) { d } else { a })) {
                        c ^= 0x55;
                        break 'l8;
                    }
                }
            }
            a = ((d + x[i]) + (x[(c as usize) % x.len()] - x[i]));
            b = ((1.79f32 * x[(c as usize) % x.len()]) as i32);
        }
        if (c & 3 == 1) {
            'l11: for t11 in 0..(c & 3) {
                c = c.wrapping_add(t11);
                if (d.floor() < x[i].abs().sqrt() || ((x[i] / (x[(c as usize) % x.len()] + 3.5)) < ((c as i32) as f32))) {
                    if ((2.92f32 - x[i]) < (3.97f32 / (0.43f32 + 3.5)) || (z[(c as usize) % z.len()] != b)) {
                        c ^= 0x55;
                        break 'l11;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d -= (if (c & 3 == 1 && (811i32 != z[i])) { x[(c as usize) % x.len()] } else { x[i] });
                    d = (x[(c as usize) % x.len()].abs().sqrt() * (x[i] / (x[(c as usize) % x.len()] + 3.5)));
                }
            }
            if ((c as i32) != (c as i32) && (c & 3 == 1)) {
                b = ((b ^ b) & 969i32.min(z[(c as usize) % z.len()]));
            } else {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                d -= d.abs().sqrt();
                if (z[(c as usize) % z.len()] != z[i] && (2.51f32.floor() < (x[(c as usize) % x.len()] + x[i]) && (b != z[i]))) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = z[(c as usize) % z.len()].wrapping_add(z[i]).wrapping_add((800i32 >> 19));
                }
            }
            'l12: for t12 in 0..(c & 3) {
                c = c.wrapping_add(t12);
                d *= (z[i] as f32);
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_42(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        a = (a + a).floor();
        d -= (x[(c as usize) % x.len()] - a);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_43(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if (c & 3 == 1) {
            let mut t1 = 0i32;
            'l1: while t1 < (b & 7) && ((a as i32) >= b.wrapping_add(z[i]) && (c & 3 == 1)) {
                t1 += 1;
                if (c & 3 == 1) {
                    c ^= 0x55;
                    continue 'l1;
                }
            }
            a = (((c as i32) & 57i32) as f32);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            let mut t2 = 0u32;
            'l2: loop {
                t2 += 1;
                if t2 > 6 { break; }
                'l3: for t3 in 0..1u32 {
                    c = c.wrapping_add(t3);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = (z[i].wrapping_sub(z[(c as usize) % z.len()]) & (d as i32));
                }
            }
        }
        b = ((67i32 as f32) as i32);
        'l4: for t4 in 0..3u32 {
            c = c.wrapping_add(t4);
            if (((c as i32) & z[i]) >= (d as i32) && (((c as i32) / 7) >= 621i32.min(b) && (c & 3 == 1))) {
                if ((x[(c as usize) % x.len()] + x[(c as usize) % x.len()]) < (d + x[i])) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += (740i32 as f32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                d += (0.88f32 / (a + 3.5));
                let mut t5 = 0u32;
                'l5: loop {
                    t5 += 1;
                    if t5 > 6 { break; }
                    if (z[i] != z[i]) {
                        c ^= 0x55;
                        continue;
                    }
                    a = (if ((x[(c as usize) % x.len()] as i32) >= ((c as i32) / 7)) { (d / (d + 3.5)) } else { (a - d) });
                    if (c & 3 == 1 || ((c as i32).wrapping_add(z[(c as usize) % z.len()]) >= (z[(c as usize) % z.len()] ^ b))) {
                        c ^= 0x55;
                        break;
                    }
                }
                if ((x[i] - 2.18f32) < (a * 0.63f32)) {
                    c ^= 0x55;
                    continue;
                }
            }
            if (c & 3 == 1) {
                if (c & 3 == 1 || (c & 3 == 1)) {
                    b = (x[i] as i32).wrapping_mul(486i32.min((c as i32)));
                    if (z[(c as usize) % z.len()].wrapping_mul(z[(c as usize) % z.len()]) >= (476i32 >> 26)) {
                        c ^= 0x55;
                        continue;
                    }
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (x[i] + x[i]);
                }
                let mut t6 = 0u32;
                'l6: loop {
                    t6 += 1;
                    if t6 > 6 { break; }
                    d += (2.36f32 - a);
                    b = z[(c as usize) % z.len()].min((c as i32)).wrapping_mul((d as i32));
                    d *= (z[(c as usize) % z.len()] as f32);
                }
                'l7: for t7 in 0..5u32 {
                    c = c.wrapping_add(t7);
                    if ((d as i32) >= ((c as i32) & z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        continue;
                    }
                    d *= a.floor();
                }
            }
            d += (if (c & 3 == 1 || (c & 3 == 1)) { x[i] } else { a });
            if ((z[(c as usize) % z.len()] & z[(c as usize) % z.len()]) >= 898i32.min(z[i]) || ((a - d) < 0.98f32.abs().sqrt() || (x[i].floor() < 3.71f32.floor()))) {
                'l8: for t8 in 0..3u32 {
                    c = c.wrapping_add(t8);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break;
                    }
                    d *= x[i].abs().sqrt();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                if (b != z[i] && ((d as i32) >= z[i].min((c as i32)))) {
                    d *= (a + x[i]);
                    b = b.wrapping_sub(z[i]).wrapping_add(90i32.min((c as i32)));
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue;
                    }
                    a = (if (c & 3 == 1 && ((x[i] + 0.5f32) < (x[(c as usize) % x.len()] + d))) { 2.98f32 } else { 0.9f32 }).abs().sqrt();
                } else {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if (c & 3 == 1 && ((2.46f32 / (a + 3.5)) < (x[(c as usize) % x.len()] + d))) {
                        c ^= 0x55;
                        break;
                    }
                    d += x[(c as usize) % x.len()].abs().sqrt();
                }
                if ((988i32 / 7) >= b.wrapping_mul(b)) {
                    c ^= 0x55;
                    continue;
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_44(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if ((603i32 / 7) >= z[i].wrapping_add(b)) {
            d -= (if ((z[i] as f32) < (b as f32)) { x[(c as usize) % x.len()] } else { x[(c as usize) % x.len()] });
            'l1: for t1 in 0..(c & 3) {
                c = c.wrapping_add(t1);
                d = (2.60f32.floor() * (a + x[(c as usize) % x.len()]));
                if ((c as i32).wrapping_sub(z[(c as usize) % z.len()]) >= (c as i32).wrapping_mul((c as i32))) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    a = (((c as i32) ^ z[i]) as f32);
                }
                'l2: for t2 in 0..4u32 {
                    c = c.wrapping_add(t2);
                    a = d.floor().floor();
                    d -= (x[(c as usize) % x.len()] - a);
                    d += (x[(c as usize) % x.len()] + x[i]);
                    d -= 1.11f32.abs().sqrt();
                }
            }
            'l3: for t3 in 0..5u32 {
                c = c.wrapping_add(t3);
                'l4: for t4 in 0..1u32 {
                    c = c.wrapping_add(t4);
                    b = ((c as i32).wrapping_mul(z[(c as usize) % z.len()]) ^ z[i].wrapping_mul(z[(c as usize) % z.len()]));
                    b = ((z[(c as usize) % z.len()] as f32) as i32);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                a = ((933i32 as f32) * (x[(c as usize) % x.len()] * d));
            }
        } else {
            if (z[i] != z[(c as usize) % z.len()] && ((if ((a / (3.69f32 + 3.5)) < (a / (x[i] + 3.5))) { x[(c as usize) % x.len()] } else { x[(c as usize) % x.len()] }) < (d + x[i]))) {
                'l5: for t5 in 0..5u32 {
                    c = c.wrapping_add(t5);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                d = (0.14f32.floor() + (a * x[i]));
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            } else {
                'l6: for t6 in 0..4u32 {
                    c = c.wrapping_add(t6);
                    if (z[i] != 573i32 || ((3.90f32 + d) < (a / (2.79f32 + 3.5)))) {
                        c ^= 0x55;
                        continue;
                    }
                    d -= 1.4f32.floor();
                    d = (x[(c as usize) % x.len()].abs().sqrt() - (x[i] / (2.22f32 + 3.5)));
                }
            }
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            let mut t7 = 0i32;
            'l7: while t7 < (b & 7) && (c & 3 == 1) {
                t7 += 1;
                let mut t8 = 0u32;
                'l8: loop {
                    t8 += 1;
                    if t8 > 6 { break; }
                    b = ((c as i32).wrapping_add(z[i]) & (b >> 17));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    if ((3.29f32 * 1.66f32) < (a + x[i]) && ((c as i32) != (c as i32))) {
                        c ^= 0x55;
                        continue;
                    }
                    b = ((d + 2.22f32) as i32);
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                if ((c as i32) != (c as i32)) {
                    c ^= 0x55;
                    break 'l7;
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_45(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0i32;
        'l1: while t1 < (b & 7) && ((z[(c as usize) % z.len()] / 7) >= (b / 7) && ((z[(c as usize) % z.len()] / 7) >= (z[(c as usize) % z.len()] >> 1))) {
            t1 += 1;
            if ((d / (x[i] + 3.5)) < (if (c & 3 == 1) { 1.98f32 } else { a })) {
                c ^= 0x55;
                continue;
            }
            if (75i32.wrapping_add(z[i]) >= (z[(c as usize) % z.len()] >> 9) && (c & 3 == 1)) {
                let mut t2 = 0u32;
                'l2: loop {
                    t2 += 1;
                    if t2 > 6 { break; }
                    b = ((743i32 / 7) / 7);
                    a = (x[i].abs().sqrt() / ((x[(c as usize) % x.len()] + x[i]) + 3.5));
                }
                if (c & 3 == 1) {
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = (x[(c as usize) % x.len()].abs().sqrt() / ((x[(c as usize) % x.len()] * x[(c as usize) % x.len()]) + 3.5));
                }
                d += 1.56f32.floor();
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            } else {
                let mut t3 = 0u32;
                'l3: loop {
                    t3 += 1;
                    if t3 > 6 { break; }
                    a = (56i32.min(104i32) as f32);
                    if ((x[(c as usize) % x.len()] / (a + 3.5)) < (if ((1.33f32 + x[(c as usize) % x.len()]) < (if (c & 3 == 1 && ((b >> 21) >= ((c as i32) ^ (c as i32)))) { x[i] } else { 1.96f32 })) { x[i] } else { a }) || (c & 3 == 1)) {
                        c ^= 0x55;
                        break;
                    }
                    b = (d.floor() as i32);
                }
                'l4: for t4 in 0..1u32 {
                    c = c.wrapping_add(t4);
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue;
                    }
                    d *= (d * a);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (if (c & 3 == 1) { x[i] } else { x[i] });
                }
                let mut t5 = 0u32;
                'l5: loop {
                    t5 += 1;
                    if t5 > 6 { break; }
                    a = (b.min(z[i]) as f32);
                    b = (z[(c as usize) % z.len()] / 7).min((c as i32).wrapping_sub(b));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = z[(c as usize) % z.len()].wrapping_sub(z[i]).wrapping_add((b >> 28));
                }
            }
            let mut t6 = 0u32;
            'l6: loop {
                t6 += 1;
                if t6 > 6 { break; }
                let mut t7 = 0u32;
                'l7: loop {
                    t7 += 1;
                    if t7 > 6 { break; }
                    a = ((x[i] * a) - x[(c as usize) % x.len()].abs().sqrt());
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d += a.abs().sqrt();
                    a = (x[(c as usize) % x.len()].floor() * (a + x[(c as usize) % x.len()]));
                }
                let mut t8 = 0i32;
                'l8: while t8 < (b & 7) && (805i32 != b && ((a / (a + 3.5)) < ((c as i32) as f32))) {
                    t8 += 1;
                    b = (z[i].min(b) & (b / 7));
                    d -= (a - 2.24f32);
                }
                a = (if ((z[(c as usize) % z.len()] & b) >= b.wrapping_sub((c as i32)) || (c & 3 == 1)) { x[i] } else { x[i] }).floor();
            }
            b = (z[i] ^ b).wrapping_add((z[(c as usize) % z.len()] >> 15));
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_46(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..4u32 {
            c = c.wrapping_add(t1);
            'l2: for t2 in 0..1u32 {
                c = c.wrapping_add(t2);
                d += x[(c as usize) % x.len()].floor();
                let mut t3 = 0i32;
                'l3: while t3 < (b & 7) && (3.67f32.abs().sqrt() < (x[i] + 2.16f32) && ((c as i32) != z[i])) {
                    t3 += 1;
                    if ((b as f32) < (if (b.wrapping_mul(z[i]) >= (b ^ b) && ((x[i] / (1.91f32 + 3.5)) < (582i32 as f32))) { x[i] } else { a }) && (491i32 != b)) {
                        c ^= 0x55;
                        break;
                    }
                }
                let mut t4 = 0i32;
                'l4: while t4 < (b & 7) && ((if (c & 3 == 1) { x[i] } else { 1.50f32 }) < (x[(c as usize) % x.len()] * x[i])) {
                    t4 += 1;
                    b = (b / 7).min((x[i] as i32));
                    if (((c as i32) / 7) >= (c as i32).wrapping_sub(z[(c as usize) % z.len()])) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                    b = (17i32.wrapping_add(z[i]) ^ (z[i] & (c as i32)));
                }
                'l5: for t5 in 0..2u32 {
                    c = c.wrapping_add(t5);
                    if (x[i].floor() < (0.35f32 + 0.29f32)) {
                        c ^= 0x55;
                        break;
                    }
                    d = (0.34f32.abs().sqrt() / ((x[(c as usize) % x.len()] - x[i]) + 3.5));
                    b = b.wrapping_add((c as i32)).wrapping_sub(((c as i32) ^ (c as i32)));
                }
            }
            let mut t6 = 0i32;
            'l6: while t6 < (b & 7) && ((if ((d as i32) >= (z[i] >> 13) && ((d - d) < (a / (1.83f32 + 3.5)))) { d } else { x[i] }) < (0.52f32 - 3.86f32) || (x[i].abs().sqrt() < (z[(c as usize) % z.len()] as f32))) {
                t6 += 1;
                b = ((d * x[(c as usize) % x.len()]) as i32);
                'l7: for t7 in 0..2u32 {
                    c = c.wrapping_add(t7);
                    if (c & 3 == 1 || ((x[i] + 3.3f32) < (z[(c as usize) % z.len()] as f32))) {
                        c ^= 0x55;
                        break;
                    }
                    if ((if ((c as i32) != b || ((c as i32).wrapping_mul(z[i]) >= (z[i] / 7))) { x[i] } else { d }) < (2.60f32 * x[i])) {
                        c ^= 0x55;
                        continue 'l6;
                    }
                    d *= (d - x[(c as usize) % x.len()]);
                    if (b != z[(c as usize) % z.len()] && (c & 3 == 1)) {
                        c ^= 0x55;
                        continue;
                    }
                }
                'l8: for t8 in 0..(c & 3) {
                    c = c.wrapping_add(t8);
                    if (z[i].wrapping_add(z[i]) >= (z[(c as usize) % z.len()] >> 28) || (611i32.wrapping_mul(z[(c as usize) % z.len()]) >= b.wrapping_sub(b))) {
                        c ^= 0x55;
                        break;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                'l9: for t9 in 0..(c & 3) {
                    c = c.wrapping_add(t9);
                    a = (((c as i32) as f32) + (0.55f32 / (d + 3.5)));
                    d += (x[(c as usize) % x.len()] * 1.9f32);
                }
            }
            if ((c as i32) != z[(c as usize) % z.len()]) {
                c ^= 0x55;
                break 'l1;
            }
        }
        b = (b.wrapping_sub(z[(c as usize) % z.len()]) / 7);
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_47(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        let mut t1 = 0u32;
        'l1: loop {
            t1 += 1;
            if t1 > 6 { break; }
            d = ((if (z[(c as usize) % z.len()].wrapping_add(z[(c as usize) % z.len()]) >= (169i32 >> 18) && (c & 3 == 1)) { d } else { x[(c as usize) % x.len()] }) / (1.2f32.abs().sqrt() + 3.5));
            if (c & 3 == 1 && ((a + x[(c as usize) % x.len()]) < (3.25f32 / (a + 3.5)))) {
                let mut t2 = 0i32;
                'l2: while t2 < (b & 7) && (c & 3 == 1) {
                    t2 += 1;
                    b = ((c as i32) >> 10).wrapping_mul(((c as i32) & b));
                    a = ((x[(c as usize) % x.len()] - d) * (1.32f32 / (x[i] + 3.5)));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
                'l3: for t3 in 0..4u32 {
                    c = c.wrapping_add(t3);
                    b = (x[i].abs().sqrt() as i32);
                }
                if (c & 3 == 1) {
                    if (z[(c as usize) % z.len()] != b || ((x[(c as usize) % x.len()] - x[(c as usize) % x.len()]) < (if (z[i].wrapping_sub((c as i32)) >= (x[(c as usize) % x.len()] as i32)) { x[i] } else { x[i] }))) {
                        c ^= 0x55;
                        break;
                    }
                    a = (if ((a / (a + 3.5)) < (x[i] * a)) { 0.53f32 } else { x[(c as usize) % x.len()] }).abs().sqrt();
                    if (c & 3 == 1 && ((a / (x[(c as usize) % x.len()] + 3.5)) < d.abs().sqrt())) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        continue 'l1;
                    }
                } else {
                    d = ((a + d) - a.abs().sqrt());
                }
                'l4: for t4 in 0..3u32 {
                    c = c.wrapping_add(t4);
                    d -= d.floor();
                }
            } else {
                if (c & 3 == 1) {
                    b = ((c as i32).min(b) / 7);
                    d -= d.abs().sqrt();
                    a = ((x[(c as usize) % x.len()] * 3.92f32) + (x[i] + x[i]));
                }
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_48(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        'l1: for t1 in 0..2u32 {
            c = c.wrapping_add(t1);
            b = z[(c as usize) % z.len()].wrapping_add(z[(c as usize) % z.len()]).wrapping_mul(b.min(z[(c as usize) % z.len()]));
            d = (a.floor() / ((a / (2.28f32 + 3.5)) + 3.5));
            'l2: for t2 in 0..3u32 {
                c = c.wrapping_add(t2);
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
        }
        if (b.wrapping_add(z[i]) >= (z[(c as usize) % z.len()] / 7)) {
            d *= (if ((d as i32) >= z[(c as usize) % z.len()].wrapping_add((c as i32))) { d } else { x[i] });
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            if (z[(c as usize) % z.len()] != (c as i32) || ((b / 7) >= (b / 7))) {
                'l3: for t3 in 0..1u32 {
                    c = c.wrapping_add(t3);
                    b = ((965i32 & b) ^ z[i].min(z[(c as usize) % z.len()]));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d = ((if ((c as i32) != z[(c as usize) % z.len()] && (471i32.min(z[i]) >= (z[(c as usize) % z.len()] >> 30))) { x[(c as usize) % x.len()] } else { x[(c as usize) % x.len()] }) + x[(c as usize) % x.len()].floor());
                }
                a = (if ((z[i] & z[(c as usize) % z.len()]) >= (523i32 / 7) && (c & 3 == 1)) { x[i].floor() } else { (a - x[i]) });
            } else {
                'l4: for t4 in 0..2u32 {
                    c = c.wrapping_add(t4);
                    b = ((z[(c as usize) % z.len()] >> 2) / 7);
                    b = ((c as i32).min((c as i32)) >> 1);
                    a = ((x[i] + x[i]) / ((d + d) + 3.5));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            let mut t5 = 0i32;
            'l5: while t5 < (b & 7) && ((if (b.wrapping_add(z[i]) >= (z[i] >> 26)) { a } else { a }) < (d / (x[i] + 3.5)) && ((z[(c as usize) % z.len()] / 7) >= z[(c as usize) % z.len()].min(z[(c as usize) % z.len()]))) {
                t5 += 1;
                if (c & 3 == 1) {
                    if (c & 3 == 1) {
                        c ^= 0x55;
                        break 'l5;
                    }
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d -= (a / (x[(c as usize) % x.len()] + 3.5));
                }
                d -= (x[(c as usize) % x.len()] / (a + 3.5));
            }
        } else {
            if (((c as i32) >> 4) >= (d as i32)) {
                d *= a.floor();
                d = (x[(c as usize) % x.len()].floor() * a.floor());
            }
            'l6: for t6 in 0..3u32 {
                c = c.wrapping_add(t6);
                'l7: for t7 in 0..(c & 3) {
                    c = c.wrapping_add(t7);
                    if ((c as i32).min(b) >= ((c as i32) ^ 47i32)) {
                        c ^= 0x55;
                        break 'l6;
                    }
                }
            }
            if (d.floor() < (z[i] as f32) || (z[(c as usize) % z.len()].min((c as i32)) >= 537i32.wrapping_sub(z[i]) && (c & 3 == 1))) {
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                let mut t8 = 0u32;
                'l8: loop {
                    t8 += 1;
                    if t8 > 6 { break; }
                    if (((c as i32) as f32) < (a + d) && (551i32 != b)) {
                        c ^= 0x55;
                        break 'l8;
                    }
                }
                a = ((d * x[(c as usize) % x.len()]) - x[i].floor());
                let mut t9 = 0u32;
                'l9: loop {
                    t9 += 1;
                    if t9 > 6 { break; }
                    d -= (x[i] / (x[(c as usize) % x.len()] + 3.5));
                    d = ((b as f32) / (d.abs().sqrt() + 3.5));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
            if (z[i].wrapping_add(z[(c as usize) % z.len()]) >= ((c as i32) / 7) || (c & 3 == 1)) {
                'l10: for t10 in 0..3u32 {
                    c = c.wrapping_add(t10);
                    if (709i32 != 814i32 && (c & 3 == 1)) {
                        c ^= 0x55;
                        break 'l10;
                    }
                }
                if (c & 3 == 1 || (z[(c as usize) % z.len()] != (c as i32))) {
                    a = ((56i32 as f32) + (if (490i32 != (c as i32) && (3.59f32.floor() < (d - x[(c as usize) % x.len()]))) { 3.24f32 } else { d }));
                }
                d += (1.73f32 + 1.26f32);
            } else {
                'l11: for t11 in 0..(c & 3) {
                    c = c.wrapping_add(t11);
                    d *= (b as f32);
                    b = (b.wrapping_add(z[(c as usize) % z.len()]) / 7);
                    a = ((d - x[i]) / ((x[i] + x[i]) + 3.5));
                }
                b = (z[(c as usize) % z.len()].wrapping_sub(z[(c as usize) % z.len()]) & (z[i] / 7));
                if (c & 3 == 1) {
                    b = z[i].wrapping_add(25i32).min((z[(c as usize) % z.len()] / 7));
                    b = (z[i] ^ b).wrapping_mul(b.wrapping_add(b));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                }
            }
        }
        if (x[i].floor() < (0.4f32 / (a + 3.5)) || (0.70f32.abs().sqrt() < ((c as i32) as f32) && (x[i].abs().sqrt() < (x[i] - x[(c as usize) % x.len()])))) {
            let mut t12 = 0i32;
            'l12: while t12 < (b & 7) && (c & 3 == 1 && (z[(c as usize) % z.len()] != 244i32)) {
                t12 += 1;
                if ((138i32 as f32) < (x[(c as usize) % x.len()] - a)) {
                    d += (a + a);
                    b = ((z[(c as usize) % z.len()] & z[i]) & (z[i] >> 3));
                    d += x[(c as usize) % x.len()].floor();
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                } else {
                    d = (a / (3.90f32 + 3.5)).abs().sqrt();
                    a = ((3.92f32 as i32) as f32);
                    b = (z[(c as usize) % z.len()].min(b) & (881i32 ^ z[(c as usize) % z.len()]));
                }
            }
            d *= (z[i] as f32);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            c = c.wrapping_mul(1664525).wrapping_add(1013904223);
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

#[kernel]
pub fn random_49(x: &[f32], z: &[i32], y: &mut [f32], w: &mut [i32]) {
    for i in par(0..y.len()) {
        let mut a = x[i];
        let mut b = z[i];
        let mut c = (i as u32).wrapping_mul(2654435769);
        let mut d = 0.5f32;
        if (c & 3 == 1) {
        }
        'l1: for t1 in 0..(c & 3) {
            c = c.wrapping_add(t1);
            'l2: for t2 in 0..3u32 {
                c = c.wrapping_add(t2);
                'l3: for t3 in 0..(c & 3) {
                    c = c.wrapping_add(t3);
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    b = ((505i32 as f32) as i32);
                }
                if (z[i].min(z[i]) >= (c as i32).wrapping_add(339i32)) {
                    a = (x[i] * x[i]).floor();
                    b = (b & z[i]).wrapping_mul((z[i] ^ b));
                }
                'l4: for t4 in 0..2u32 {
                    c = c.wrapping_add(t4);
                    if ((d * 0.8f32) < (a * d)) {
                        c ^= 0x55;
                        break 'l1;
                    }
                    if (2.42f32.abs().sqrt() < ((c as i32) as f32) || (c & 3 == 1)) {
                        c ^= 0x55;
                        break;
                    }
                }
            }
            d = (z[i].wrapping_sub(b) as f32);
        }
        b = (373i32.wrapping_sub(b) & (d as i32));
        'l5: for t5 in 0..4u32 {
            c = c.wrapping_add(t5);
            let mut t6 = 0i32;
            'l6: while t6 < (b & 7) && (b != 693i32 && ((d + 0.41f32) < (x[i] + x[(c as usize) % x.len()]))) {
                t6 += 1;
                let mut t7 = 0u32;
                'l7: loop {
                    t7 += 1;
                    if t7 > 6 { break; }
                    b = ((z[i] >> 2) & z[(c as usize) % z.len()].wrapping_add(75i32));
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (x[(c as usize) % x.len()] + x[(c as usize) % x.len()]);
                }
                c = c.wrapping_mul(1664525).wrapping_add(1013904223);
            }
            let mut t8 = 0i32;
            'l8: while t8 < (b & 7) && ((if (c & 3 == 1 || (577i32 != z[(c as usize) % z.len()])) { x[i] } else { x[i] }) < ((c as i32) as f32) || ((b as f32) < (if ((x[(c as usize) % x.len()] / (2.51f32 + 3.5)) < (d + a)) { d } else { 3.14f32 }))) {
                t8 += 1;
                let mut t9 = 0i32;
                'l9: while t9 < (b & 7) && ((x[i] + x[i]) < (2.39f32 * 1.82f32) && ((c as i32).wrapping_mul((c as i32)) >= 908i32.wrapping_add((c as i32)))) {
                    t9 += 1;
                    c = c.wrapping_mul(1664525).wrapping_add(1013904223);
                    d *= (0.46f32 - 1.8f32);
                    if ((z[i] ^ b) >= (c as i32).wrapping_sub(z[i])) {
                        c ^= 0x55;
                        break;
                    }
                }
                a = a.floor().floor();
            }
            let mut t10 = 0i32;
            'l10: while t10 < (b & 7) && (c & 3 == 1) {
                t10 += 1;
                d = (3.81f32.abs().sqrt() / ((b as f32) + 3.5));
            }
        }
        y[i] = a + d;
        w[i] = b ^ (c as i32);
    }
}

pub fn each(mut run: impl FnMut(&'static str, crate::Plain, crate::OnDevice)) {
    run("random_0", random_0, |d, x, z, y, w| random_0::run(d, x, z, &mut *y, &mut *w));
    run("random_1", random_1, |d, x, z, y, w| random_1::run(d, x, z, &mut *y, &mut *w));
    run("random_2", random_2, |d, x, z, y, w| random_2::run(d, x, z, &mut *y, &mut *w));
    run("random_3", random_3, |d, x, z, y, w| random_3::run(d, x, z, &mut *y, &mut *w));
    run("random_4", random_4, |d, x, z, y, w| random_4::run(d, x, z, &mut *y, &mut *w));
    run("random_5", random_5, |d, x, z, y, w| random_5::run(d, x, z, &mut *y, &mut *w));
    run("random_6", random_6, |d, x, z, y, w| random_6::run(d, x, z, &mut *y, &mut *w));
    run("random_7", random_7, |d, x, z, y, w| random_7::run(d, x, z, &mut *y, &mut *w));
    run("random_8", random_8, |d, x, z, y, w| random_8::run(d, x, z, &mut *y, &mut *w));
    run("random_9", random_9, |d, x, z, y, w| random_9::run(d, x, z, &mut *y, &mut *w));
    run("random_10", random_10, |d, x, z, y, w| random_10::run(d, x, z, &mut *y, &mut *w));
    run("random_11", random_11, |d, x, z, y, w| random_11::run(d, x, z, &mut *y, &mut *w));
    run("random_12", random_12, |d, x, z, y, w| random_12::run(d, x, z, &mut *y, &mut *w));
    run("random_13", random_13, |d, x, z, y, w| random_13::run(d, x, z, &mut *y, &mut *w));
    run("random_14", random_14, |d, x, z, y, w| random_14::run(d, x, z, &mut *y, &mut *w));
    run("random_15", random_15, |d, x, z, y, w| random_15::run(d, x, z, &mut *y, &mut *w));
    run("random_16", random_16, |d, x, z, y, w| random_16::run(d, x, z, &mut *y, &mut *w));
    run("random_17", random_17, |d, x, z, y, w| random_17::run(d, x, z, &mut *y, &mut *w));
    run("random_18", random_18, |d, x, z, y, w| random_18::run(d, x, z, &mut *y, &mut *w));
    run("random_19", random_19, |d, x, z, y, w| random_19::run(d, x, z, &mut *y, &mut *w));
    run("random_20", random_20, |d, x, z, y, w| random_20::run(d, x, z, &mut *y, &mut *w));
    run("random_21", random_21, |d, x, z, y, w| random_21::run(d, x, z, &mut *y, &mut *w));
    run("random_22", random_22, |d, x, z, y, w| random_22::run(d, x, z, &mut *y, &mut *w));
    run("random_23", random_23, |d, x, z, y, w| random_23::run(d, x, z, &mut *y, &mut *w));
    run("random_24", random_24, |d, x, z, y, w| random_24::run(d, x, z, &mut *y, &mut *w));
    run("random_25", random_25, |d, x, z, y, w| random_25::run(d, x, z, &mut *y, &mut *w));
    run("random_26", random_26, |d, x, z, y, w| random_26::run(d, x, z, &mut *y, &mut *w));
    run("random_27", random_27, |d, x, z, y, w| random_27::run(d, x, z, &mut *y, &mut *w));
    run("random_28", random_28, |d, x, z, y, w| random_28::run(d, x, z, &mut *y, &mut *w));
    run("random_29", random_29, |d, x, z, y, w| random_29::run(d, x, z, &mut *y, &mut *w));
    run("random_30", random_30, |d, x, z, y, w| random_30::run(d, x, z, &mut *y, &mut *w));
    run("random_31", random_31, |d, x, z, y, w| random_31::run(d, x, z, &mut *y, &mut *w));
    run("random_32", random_32, |d, x, z, y, w| random_32::run(d, x, z, &mut *y, &mut *w));
    run("random_33", random_33, |d, x, z, y, w| random_33::run(d, x, z, &mut *y, &mut *w));
    run("random_34", random_34, |d, x, z, y, w| random_34::run(d, x, z, &mut *y, &mut *w));
    run("random_35", random_35, |d, x, z, y, w| random_35::run(d, x, z, &mut *y, &mut *w));
    run("random_36", random_36, |d, x, z, y, w| random_36::run(d, x, z, &mut *y, &mut *w));
    run("random_37", random_37, |d, x, z, y, w| random_37::run(d, x, z, &mut *y, &mut *w));
    run("random_38", random_38, |d, x, z, y, w| random_38::run(d, x, z, &mut *y, &mut *w));
    run("random_39", random_39, |d, x, z, y, w| random_39::run(d, x, z, &mut *y, &mut *w));
    run("random_40", random_40, |d, x, z, y, w| random_40::run(d, x, z, &mut *y, &mut *w));
    run("random_41", random_41, |d, x, z, y, w| random_41::run(d, x, z, &mut *y, &mut *w));
    run("random_42", random_42, |d, x, z, y, w| random_42::run(d, x, z, &mut *y, &mut *w));
    run("random_43", random_43, |d, x, z, y, w| random_43::run(d, x, z, &mut *y, &mut *w));
    run("random_44", random_44, |d, x, z, y, w| random_44::run(d, x, z, &mut *y, &mut *w));
    run("random_45", random_45, |d, x, z, y, w| random_45::run(d, x, z, &mut *y, &mut *w));
    run("random_46", random_46, |d, x, z, y, w| random_46::run(d, x, z, &mut *y, &mut *w));
    run("random_47", random_47, |d, x, z, y, w| random_47::run(d, x, z, &mut *y, &mut *w));
    run("random_48", random_48, |d, x, z, y, w| random_48::run(d, x, z, &mut *y, &mut *w));
    run("random_49", random_49, |d, x, z, y, w| random_49::run(d, x, z, &mut *y, &mut *w));
}
