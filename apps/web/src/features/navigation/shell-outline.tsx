import shell from '../../components/app-shell.module.css';
import { Loading } from '../../components/state-views.tsx';

/** The frame without content, while the session is being loaded: nothing moves when it arrives. */
export function ShellOutline() {
  return (
    <div className={shell.app}>
      <div className={shell.rail} />
      <div className={shell.top} />
      <main className={shell.screen}>
        <Loading />
      </main>
    </div>
  );
}
