package dev.rangefinder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** The rules that can be checked only in the source code. */
class SourceRulesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /** The maximum number of lines of a file. */
    private static final int LINES = 150;

    @Test
    void classesHaveAtMost150Lines() throws IOException {
        Set<String> large = new TreeSet<>();
        for (Path file : files()) {
            if (Files.readAllLines(file).size() > LINES) {
                large.add(name(file));
            }
        }
        assertEquals(Set.of(), large);
    }

    @Test
    void conditionalsAreNotNested() throws IOException {
        Set<String> found = new HashSet<>();
        scan(new Rule() {
            @Override
            public Void visitConditionalExpression(ConditionalExpressionTree conditional, Void unused) {
                if (isNested(getCurrentPath())) {
                    found.add(file());
                }
                return super.visitConditionalExpression(conditional, unused);
            }
        });
        assertEquals(Set.of(), found);
    }

    private static boolean isNested(TreePath conditional) {
        TreePath parent = conditional.getParentPath();
        while (parent.getLeaf().getKind() == Tree.Kind.PARENTHESIZED) {
            parent = parent.getParentPath();
        }
        return parent.getLeaf().getKind() == Tree.Kind.CONDITIONAL_EXPRESSION;
    }

    /** Without a default the compiler reports a constant that has no case. */
    @Test
    void switchesOverOurEnumsHaveNoDefault() throws IOException {
        Set<String> constants = new HashSet<>();
        scan(new Rule() {
            @Override
            public Void visitVariable(VariableTree variable, Void unused) {
                Tree parent = getCurrentPath().getParentPath().getLeaf();
                if (parent.getKind() == Tree.Kind.ENUM && isConstant(variable, (ClassTree) parent)) {
                    constants.add(variable.getName().toString());
                }
                return super.visitVariable(variable, unused);
            }
        });
        Set<String> found = new HashSet<>();
        scan(new Rule() {
            @Override
            public Void visitSwitch(SwitchTree statement, Void unused) {
                check(statement.getCases());
                return super.visitSwitch(statement, unused);
            }

            @Override
            public Void visitSwitchExpression(SwitchExpressionTree expression, Void unused) {
                check(expression.getCases());
                return super.visitSwitchExpression(expression, unused);
            }

            private void check(List<? extends CaseTree> cases) {
                boolean defaults =
                        cases.stream().anyMatch(one -> one.getExpressions().isEmpty());
                boolean ours = cases.stream()
                        .flatMap(one -> one.getExpressions().stream())
                        .anyMatch(label -> isNameOf(label, constants));
                if (defaults && ours) {
                    found.add(file());
                }
            }
        });
        assertEquals(Set.of(), found);
    }

    private static boolean isConstant(VariableTree variable, ClassTree type) {
        return variable.getType() instanceof IdentifierTree named
                && named.getName().equals(type.getSimpleName());
    }

    private static boolean isNameOf(ExpressionTree label, Set<String> constants) {
        return label instanceof IdentifierTree named
                && constants.contains(named.getName().toString());
    }

    /** A list holds elements of its declared type only, and no failures. */
    @Test
    void listsAreNotCastToAnotherElementType() throws IOException {
        Set<String> found = new HashSet<>();
        scan(new Rule() {
            @Override
            public Void visitTypeCast(TypeCastTree cast, Void unused) {
                if (cast.getExpression() instanceof TypeCastTree inner && isList(cast) && isList(inner)) {
                    found.add(file());
                }
                return super.visitTypeCast(cast, unused);
            }
        });
        assertEquals(Set.of(), found);
    }

    private static boolean isList(TypeCastTree cast) {
        return cast.getType().toString().startsWith("List<");
    }

    /** Scans all source files. */
    private abstract static class Rule extends TreePathScanner<Void, Void> {

        String file() {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            return name(Path.of(unit.getSourceFile().getName()));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static void scan(Rule rule) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files()));
            task.parse().forEach(unit -> rule.scan(unit, null));
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
