"""Is it alive, is it ready, and how busy: for systemd, a load balancer, Prometheus and `gandan doctor`."""
