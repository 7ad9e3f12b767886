import { createServer } from 'node:http';
import { createApp } from './app.ts';
import { readConfig } from './platform/config/config.ts';
import { assertSafeToServe } from './platform/config/assert-safe.ts';
import { Metrics } from './platform/http/metrics.ts';

const config = readConfig(process.env);
const app = await createApp(config);
await assertSafeToServe(app);
await app.listen(config.port, config.host);

if (config.metricsPort !== undefined) {
  const { registry } = app.get(Metrics);
  createServer((_request, response) => {
    void registry.metrics().then((text) => response.setHeader('content-type', registry.contentType).end(text));
  })
    .listen(config.metricsPort, '127.0.0.1')
    .unref();
}
