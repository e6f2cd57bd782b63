import { HomePage } from './home-page.tsx';
import { show } from './show.tsx';

void show('home', <HomePage />);
