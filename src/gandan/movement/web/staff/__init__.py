"""Pages at work under /lam-viec/mo-hinh/."""
