import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { Actors } from './auth/actors.ts';
import { AuthGuard } from './auth/auth.guard.ts';
import { Identity } from './auth/identity.ts';
import { JwtStrategy } from './auth/jwt.strategy.ts';
import { Throttle } from './auth/throttle.ts';
import { Tokens } from './auth/tokens.ts';
import { Clock } from './clock/clock.ts';
import { Config } from './config/config.ts';
import { Database } from './database/database.ts';
import { UnitsOfWork } from './database/units-of-work.ts';
import { DeadLetters } from './events/dead-letters.ts';
import { Dispatcher } from './events/dispatcher.ts';
import { Events } from './events/events.ts';
import { Relay } from './events/relay.ts';
import { Handlers } from './http/handlers.ts';
import { Idempotency } from './http/idempotency.ts';
import { Metrics } from './http/metrics.ts';
import { OperationInterceptor } from './http/operation.interceptor.ts';
import { Readiness } from './http/readiness.ts';
import { Mailer } from './mail/mailer.ts';
import { ProblemFilter } from './problems/problem.filter.ts';

const shared = [
  Actors,
  Clock,
  Database,
  DeadLetters,
  Dispatcher,
  Events,
  Handlers,
  Identity,
  Mailer,
  Metrics,
  Readiness,
  Relay,
  Throttle,
  Tokens,
  UnitsOfWork,
];

/** What every domain stands on. Read the guard, the interceptor and the filter in this order: the life of a request. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: Config, useValue: config },
        { provide: APP_GUARD, useClass: AuthGuard },
        { provide: APP_INTERCEPTOR, useClass: OperationInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
        JwtStrategy,
        Idempotency,
        ...shared,
      ],
      exports: [Config, ...shared],
    };
  }
}
