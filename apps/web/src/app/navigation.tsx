import { NavLink } from 'react-router';
import { Icon, type IconName } from '../components/icons.tsx';
import classes from './shell.module.css';

const PAGES = [
  { to: '/', label: 'Overview', icon: 'overview' },
  { to: '/findings', label: 'Findings', icon: 'findings' },
  { to: '/compliance', label: 'Compliance', icon: 'compliance' },
  { to: '/scans', label: 'Scans', icon: 'scans' },
  { to: '/rules', label: 'Rules', icon: 'rules' },
  { to: '/accounts', label: 'Accounts', icon: 'accounts' },
] as const satisfies readonly { to: string; label: string; icon: IconName }[];

interface NavigationProps {
  readonly version: string | null;
  readonly onNavigate: () => void;
}

export function Navigation({ version, onNavigate }: NavigationProps) {
  return (
    <div className={classes['nav']}>
      {PAGES.map(({ to, label, icon }) => (
        <NavLink key={to} to={to} end={to === '/'} className={classes['link'] ?? ''} onClick={onNavigate}>
          <Icon name={icon} />
          {label}
        </NavLink>
      ))}
      <a href="/graphiql" className={classes['link']}>
        <Icon name="playground" />
        API playground
      </a>
      {version && <div className={classes['foot']}>Plumbline {version}</div>}
    </div>
  );
}
