import Link from 'next/link';
import styles from './brand.module.css';

const NAME = 'Cartwheel';

export function Brand({ href }: { href: string }) {
  return (
    <Link href={href} className={styles.brand} prefetch={false}>
      <i aria-hidden />
      <span>{NAME}</span>
    </Link>
  );
}
