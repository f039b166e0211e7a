//! stub
use crate::catalog;
use crate::scene::*;
use crate::symbology::*;
use crate::world::World;
pub fn run() {
    let t = std::time::Instant::now();
    let c = catalog::load_embedded();
    eprintln!("catalog {:?}", t.elapsed());
    for p in c.problems.iter().take(80) {
        eprintln!("{p}");
    }
    eprintln!("{} problems", c.problems.len());
    let w = World::new(c);
    eprintln!(
        "world {:?} tracts {} arcs {} faults {:?}",
        t.elapsed(),
        w.ground.tracts().len(),
        w.ground.arcs().len(),
        &w.ground.faults().iter().take(5).collect::<Vec<_>>()
    );
    let a: Vec<String> = std::env::args().collect();
    let day = crate::model::day_from_words(a.get(1).map_or("1921-10-13", |s| s)).unwrap();
    let theme = Theme::embedded(if a.get(3).is_some() { ThemeChoice::Dark } else { ThemeChoice::Light });
    let o = MapOptions::of_day(day);
    for _ in 0..3 {
        let t = std::time::Instant::now();
        let s = figure(&w, &theme, &o, None, FigureSize { width: 1920.0, height: 1080.0 });
        eprintln!("scene {:?} items {}", t.elapsed(), s.items.len());
        let t = std::time::Instant::now();
        let p = crate::export::png(&s, 1.0).unwrap();
        eprintln!("png {:?}", t.elapsed());
        std::fs::write(a.get(2).map_or("/tmp/kars/out.png", |s| s), p).unwrap();
    }
    std::fs::write(
        "/tmp/kars/out.pdf",
        crate::export::pdf(&figure(&w, &theme, &o, None, FigureSize { width: 1920.0, height: 1080.0 })).unwrap(),
    )
    .unwrap();
    std::fs::write(
        "/tmp/kars/out.svg",
        crate::export::svg(&figure(&w, &theme, &o, None, FigureSize { width: 1920.0, height: 1080.0 })),
    )
    .unwrap();
}
