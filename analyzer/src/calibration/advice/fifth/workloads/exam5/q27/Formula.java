package exam5.q27;

import java.util.Map;

/** Formulas of the price list, e.g. "(base + 2 * surcharge) / 1.19". */
public abstract class Formula {

    public abstract double value(Map<String, Double> variables);

    static class Constant extends Formula {
        final double number;

        Constant(double number) {
            this.number = number;
        }

        @Override
        public double value(Map<String, Double> variables) {
            return number;
        }
    }

    static class Variable extends Formula {
        final String name;

        Variable(String name) {
            this.name = name;
        }

        @Override
        public double value(Map<String, Double> variables) {
            return variables.getOrDefault(name, 0.0);
        }
    }

    static class Operation extends Formula {
        final char operator;
        final Formula left;
        final Formula right;

        Operation(char operator, Formula left, Formula right) {
            this.operator = operator;
            this.left = left;
            this.right = right;
        }

        @Override
        public double value(Map<String, Double> variables) {
            double a = left.value(variables);
            double b = right.value(variables);
            switch (operator) {
                case '+': return a + b;
                case '-': return a - b;
                case '*': return a * b;
                default: return a / b;
            }
        }
    }

    public static void main(String[] args) {
        Formula net = new Operation('/',
                new Operation('+', new Variable("base"), new Operation('*', new Constant(2), new Variable("surcharge"))),
                new Constant(1.19));
        double base = Double.parseDouble(args[0]);
        for (int surcharge = 0; surcharge < 10; surcharge++) {
            System.out.printf("%d: %.2f%n", surcharge, net.value(Map.of("base", base, "surcharge", (double) surcharge)));
        }
    }
}
